package dev.landwaiter.cli.command.db;

import dev.landwaiter.cli.command.CacheFolder;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.database.DatabasePulls;
import dev.landwaiter.cli.command.network.RegistryAccess;
import dev.landwaiter.cli.command.network.TransferProgress;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.DatabaseFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegistryFlags;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.oci.registry.RegistryOptions;
import dev.landwaiter.scan.database.DatabaseChoice;
import dev.landwaiter.scan.update.DatabasePush;
import dev.landwaiter.vulnerability.DatabaseException;
import dev.landwaiter.vulnerability.DatabaseInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Publishes the database of the cache in a registry, from where `db update` pulls it.
public final class DbPushCommand implements Command {
  @Override
  public String name() {
    return "db push";
  }

  @Override
  public String summary() {
    return "Publish an advisory database in a registry";
  }

  @Override
  public String usage() {
    return "[flags] REFERENCE";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example(
            "The index just built", "db push --db built.idx registry.example.com/advisories:2"),
        new Example("Whatever judges here", "db push registry.example.com/advisories:2"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        new FlagGroup("DB Flags", DatabaseFlags.DATABASE, DatabaseFlags.NO_PROGRESS),
        RegistryFlags.GROUP,
        GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    if (invocation.arguments().size() != 1) {
      throw UsageException.withUsage("db push wants exactly one reference");
    }
    Online.require(invocation, "db push");
    Reference target = Reference.parse(invocation.arguments().get(0));
    if (target.digest().isPresent()) {
      throw new UsageException("db push wants a reference with a tag, not with a digest");
    }
    RegistryOptions options = RegistryAccess.of(invocation);
    try (var progress = TransferProgress.of(invocation, "database")) {
      var surroundings = DatabasePulls.surroundings(invocation, options, progress);
      var push = new DatabasePush(new Registry(options, Limits.STANDARD), surroundings);
      String text = "%s@%s\n".formatted(target, push.push(database(invocation), target));
      progress.clear();
      invocation.world().stdout().write(text.getBytes(StandardCharsets.UTF_8));
      return 0;
    } catch (DatabaseException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  private static Path database(Invocation invocation) throws UsageException {
    String named = invocation.values().text(DatabaseFlags.DATABASE);
    Optional<Path> path =
        named.isEmpty()
            ? Optional.empty()
            : Optional.of(invocation.world().folder().resolve(named));
    var choice =
        DatabaseChoice.choose(
            path, CacheFolder.of(invocation), invocation.world().clock().instant());
    try (var database = choice.database()) {
      DatabaseInfo info = database.info();
      if (info.kind().equals("embedded")) {
        throw new UsageException(
            "there is no database to push but the built-in one: build one with db build, or name"
                + " one with --db");
      }
      return Path.of(info.location());
    }
  }
}
