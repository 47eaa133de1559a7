package dev.landwaiter.cli.command.db;

import dev.landwaiter.cli.command.CacheFolder;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.scan.database.DatabaseChoice;
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
    return List.of(GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    if (!invocation.arguments().isEmpty()) {
      throw UsageException.withUsage("db status wants no argument");
    }
    Instant now = invocation.world().clock().instant();
    Path cache = CacheFolder.of(invocation);
    try {
      var choice = DatabaseChoice.choose(Optional.empty(), cache, now);
      try (var database = choice.database()) {
        var text = new StringBuilder();
        DatabaseInfo info = database.info();
        line(text, "Kind", info.kind());
        line(text, "Location", info.location());
        line(text, "Schema", Integer.toString(info.schema()));
        line(text, "Updated", info.updatedAt().map(Instant::toString).orElse("unknown"));
        line(text, "Next update", info.nextUpdate().map(Instant::toString).orElse("unknown"));
        line(text, "Overdue", choice.stale() ? "yes" : "no");
        built(info).ifPresent(built -> append(built, text));
        List<String> buckets = database.buckets();
        text.append("Knows (").append(buckets.size()).append("):\n");
        buckets.forEach(bucket -> text.append("  ").append(bucket).append('\n'));
        invocation.world().stdout().write(text.toString().getBytes(StandardCharsets.UTF_8));
        return 0;
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
