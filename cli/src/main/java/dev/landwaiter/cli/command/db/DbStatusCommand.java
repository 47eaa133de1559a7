package dev.landwaiter.cli.command.db;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.cli.command.CacheFolder;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.DatabaseFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.scan.database.DatabaseChoice;
import dev.landwaiter.scan.update.PulledRecord;
import dev.landwaiter.vulnerability.DatabaseException;
import dev.landwaiter.vulnerability.DatabaseInfo;
import dev.landwaiter.vulnerability.store.EmbeddedDatabase;
import dev.landwaiter.vulnerability.store.IndexDatabase;
import dev.landwaiter.vulnerability.store.IndexInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tells which advisory database would judge a scan, how old it is and what it knows.
public final class DbStatusCommand implements Command {
  private static final Flag VERIFY =
      Flag.toggle("verify", "hold the file against the digest recorded when it was pulled")
          .key("db.verify");

  @Override
  public String name() {
    return "db status";
  }

  @Override
  public String summary() {
    return "Tell which advisory database judges, how old it is and what it knows";
  }

  @Override
  public String usage() {
    return "[flags]";
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        new FlagGroup("Status Flags", DatabaseFlags.DATABASE, VERIFY), GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    if (!invocation.arguments().isEmpty()) {
      throw UsageException.withUsage("db status wants no argument");
    }
    Instant now = invocation.world().clock().instant();
    Path cache = CacheFolder.of(invocation);
    try {
      String named = invocation.values().text(DatabaseFlags.DATABASE);
      Optional<Path> path =
          named.isEmpty()
              ? Optional.empty()
              : Optional.of(invocation.world().folder().resolve(named));
      var choice = DatabaseChoice.choose(path, cache, now);
      try (var database = choice.database()) {
        var text = new StringBuilder();
        DatabaseInfo info = database.info();
        line(text, "Kind", info.kind());
        line(text, "Location", info.location());
        line(text, "Schema", Integer.toString(info.schema()));
        line(text, "Updated", info.updatedAt().map(Instant::toString).orElse("unknown"));
        line(text, "Next update", info.nextUpdate().map(Instant::toString).orElse("unknown"));
        line(text, "Overdue", choice.stale() ? "yes" : "no");
        Optional<PulledRecord> record = pulled(info);
        record.ifPresent(pulled -> append(pulled, text));
        built(info).ifPresent(built -> append(built, text));
        boolean good = !invocation.values().flag(VERIFY) || verified(info, record, text);
        List<String> buckets = database.buckets();
        text.append("Knows (").append(buckets.size()).append("):\n");
        buckets.forEach(bucket -> text.append("  ").append(bucket).append('\n'));
        invocation.world().stdout().write(text.toString().getBytes(StandardCharsets.UTF_8));
        return good ? 0 : 2;
      }
    } catch (DatabaseException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  /// What an index of our own says of its making; checks the whole of it.
  private static Optional<IndexInfo> built(DatabaseInfo info) {
    return switch (info.kind()) {
      case "embedded" -> {
        EmbeddedDatabase.verify();
        yield Optional.of(EmbeddedDatabase.info());
      }
      case "index" -> {
        IndexDatabase.verify(Path.of(info.location()));
        yield Optional.of(IndexDatabase.info(Path.of(info.location())));
      }
      default -> Optional.empty();
    };
  }

  private static Optional<PulledRecord> pulled(DatabaseInfo info) {
    return info.kind().equals("embedded")
        ? Optional.empty()
        : PulledRecord.read(Path.of(info.location()).toAbsolutePath().resolveSibling(""));
  }

  private static void append(PulledRecord record, StringBuilder text) {
    line(text, "Origin", record.origin());
    record.manifest().ifPresent(digest -> line(text, "Manifest", digest.toString()));
    line(text, "Pulled", record.when().toString());
  }

  /// Without a record there is nothing to hold the file against, which is no success. An index of
  /// ours and the built-in one carry checksums of their own.
  private static boolean verified(
      DatabaseInfo info, Optional<PulledRecord> record, StringBuilder text) throws IOException {
    if (record.isEmpty() && !info.kind().equals("trivy")) {
      line(text, "Verified", "yes, by its own checksums; no pull is recorded");
      return true;
    }
    if (record.isEmpty()) {
      line(text, "Verified", "no: landwaiter did not put it there, so no digest is recorded");
      return false;
    }
    Digest digest = PulledRecord.digest(Path.of(info.location()));
    boolean same = record.get().digests().contains(digest);
    line(
        text,
        "Verified",
        same
            ? "yes, the file is the one that was pulled, " + digest
            : "no: the file is " + digest + ", pulled was " + record.get().digests().getFirst());
    return same;
  }

  private static void append(IndexInfo info, StringBuilder text) {
    line(text, "Checksums", "all of the file agrees with its checksums");
    text.append("Sources:\n");
    info.sources()
        .forEach(source ->
            text.append(
                "  %s: %d facts, of %s\n".formatted(source.name(), source.facts(), source.date())));
    info.notes().forEach(note -> text.append("Note: ").append(note).append('\n'));
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(name).append(": ").repeat(" ", Math.max(0, 12 - name.length()));
    text.append(value).append('\n');
  }
}
