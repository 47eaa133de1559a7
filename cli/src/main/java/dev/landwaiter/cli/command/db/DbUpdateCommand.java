package dev.landwaiter.cli.command.db;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.database.DatabasePulls;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.DatabaseFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.RegistryFlags;
import dev.landwaiter.scan.update.DatabaseKind;
import dev.landwaiter.scan.update.DatabaseUpdate;
import dev.landwaiter.vulnerability.DatabaseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Pulls the advisory database, and the Java index when asked to, from a registry into the cache.
public final class DbUpdateCommand implements Command {
  private static final Flag JAVA = Flag.toggle("java", "pull the Java index too").key("db.java");
  private static final Flag FORCE =
      Flag.toggle("force", "pull also when nothing newer is to be expected, and an older one too")
          .key("db.force");

  @Override
  public String name() {
    return "db update";
  }

  @Override
  public String summary() {
    return "Pull the advisory database from a registry";
  }

  @Override
  public String usage() {
    return "[flags]";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("The published database, when a newer one is due", "db update"),
        new Example(
            "From a mirror of one's own, then from the next",
            "db update --db-repository registry.example.com/trivy-db,ghcr.io/aquasecurity/trivy-db"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(
        new FlagGroup(
            "Update Flags",
            DatabaseFlags.REPOSITORY,
            FORCE,
            JAVA,
            DatabaseFlags.JAVA_REPOSITORY,
            DatabaseFlags.NO_PROGRESS),
        RegistryFlags.GROUP,
        GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    if (!invocation.arguments().isEmpty()) {
      throw UsageException.withUsage("db update wants no argument");
    }
    Online.require(invocation, "db update");
    boolean force = invocation.values().flag(FORCE);
    List<DatabaseKind> kinds = new ArrayList<>(List.of(DatabaseKind.ADVISORIES));
    if (invocation.values().flag(JAVA)) {
      kinds.add(DatabaseKind.JAVA);
    }
    var pulls = new DatabasePulls(invocation, Optional.empty());
    try {
      for (DatabaseKind kind : kinds) {
        String line =
            switch (pulls.run(kind, force)) {
              case DatabaseUpdate.UpToDate _ -> "up to date";
              case DatabaseUpdate.Pulled pulled -> "pulled from " + pulled.record().origin();
            };
        String text = "%s: %s\n".formatted(kind.title(), line);
        invocation.world().stdout().write(text.getBytes(StandardCharsets.UTF_8));
      }
      return 0;
    } catch (DatabaseException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }
}
