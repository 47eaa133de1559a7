package dev.landwaiter.cli.command.database;

import dev.landwaiter.cli.command.CacheFolder;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.network.RegistryAccess;
import dev.landwaiter.cli.command.network.TransferProgress;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.DatabaseFlags;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.oci.registry.RegistryOptions;
import dev.landwaiter.scan.update.DatabaseKind;
import dev.landwaiter.scan.update.DatabaseUpdate;
import dev.landwaiter.scan.update.Surroundings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Pulls databases as the flags say.
public final class DatabasePulls {
  /// A registry that does not answer must not hold up a scan for long.
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private DatabasePulls() {}

  /// Pulls a database where one is due.
  ///
  /// @param always also when nothing newer is to be expected
  public static DatabaseUpdate.Outcome run(Invocation invocation, DatabaseKind kind, boolean always)
      throws UsageException, IOException {
    RegistryOptions options = RegistryAccess.of(invocation, CONNECT);
    var registry = new Registry(options, Limits.STANDARD);
    try (var progress = TransferProgress.of(invocation, kind.title())) {
      var update = new DatabaseUpdate(registry, surroundings(invocation, options, progress));
      DatabaseUpdate.Outcome outcome =
          update.run(kind, repositories(invocation.values(), kind), always);
      progress.clear();
      tell(invocation, kind, outcome);
      return outcome;
    }
  }

  /// What changes of the cache are given of the world.
  public static Surroundings surroundings(
      Invocation invocation, RegistryOptions options, TransferProgress progress)
      throws UsageException {
    return new Surroundings(
        CacheFolder.of(invocation), options.waiting(), progress::say, progress::at);
  }

  private static List<String> repositories(Values values, DatabaseKind kind) throws UsageException {
    Flag flag =
        switch (kind) {
          case ADVISORIES -> DatabaseFlags.REPOSITORY;
          case JAVA -> DatabaseFlags.JAVA_REPOSITORY;
        };
    List<String> given = values.texts(flag);
    return given.isEmpty() ? kind.standardRepositories() : given;
  }

  private static void tell(
      Invocation invocation, DatabaseKind kind, DatabaseUpdate.Outcome outcome) {
    switch (outcome) {
      case DatabaseUpdate.UpToDate _ ->
          invocation.log().debug("the %s is as new as can be had".formatted(kind.title()));
      case DatabaseUpdate.Pulled pulled -> {
        pulled.missed().forEach(invocation.log()::warn);
        invocation
            .log()
            .info(
                "the %s was pulled from %s%s"
                    .formatted(
                        kind.title(),
                        pulled.record().origin(),
                        pulled.record().manifest().map(digest -> ", " + digest).orElse("")));
      }
    }
  }
}
