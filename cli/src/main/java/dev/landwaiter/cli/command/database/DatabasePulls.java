package dev.landwaiter.cli.command.database;

import dev.landwaiter.cli.command.CacheFolder;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.network.RegistryAccess;
import dev.landwaiter.cli.command.network.TransferProgress;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.DatabaseFlags;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.oci.registry.RegistryOptions;
import dev.landwaiter.scan.update.DatabaseKind;
import dev.landwaiter.scan.update.DatabaseUpdate;
import dev.landwaiter.scan.update.Surroundings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Pulls databases as the flags say.
public final class DatabasePulls {
  /// A registry that does not answer must not hold up a scan for long.
  private static final Duration CONNECT = Duration.ofSeconds(5);

  private final Invocation invocation;
  private final Optional<String> imageHost;

  /// Pulls for one command.
  ///
  /// @param imageHost the registry of the image that is scanned, if there is one: the user name and
  ///   password that were given are for it, and for nobody else
  public DatabasePulls(Invocation invocation, Optional<String> imageHost) {
    this.invocation = invocation;
    this.imageHost = imageHost;
  }

  Invocation invocation() {
    return invocation;
  }

  /// Pulls a database where one is due.
  ///
  /// @param always also when nothing newer is to be expected
  public DatabaseUpdate.Outcome run(DatabaseKind kind, boolean always)
      throws UsageException, IOException {
    RegistryOptions options = RegistryAccess.of(invocation, CONNECT);
    try (var progress = TransferProgress.of(invocation, kind.title())) {
      Optional<String> trusted = trusted();
      var update =
          new DatabaseUpdate(
              reference ->
                  new Registry(
                      trusted.equals(Optional.of(reference.host()))
                          ? options
                          : options.withoutGivenLogins(),
                      Limits.STANDARD),
              surroundings(invocation, options, progress));
      List<String> given = invocation.values().texts(repositories(kind));
      DatabaseUpdate.Outcome outcome =
          update.run(kind, given.isEmpty() ? kind.standardRepositories() : given, always);
      progress.clear();
      tell(kind, outcome);
      return outcome;
    }
  }

  /// The one registry that the logins of the command line are meant for: that of the image, else
  /// that of the first repository that the user names. The others are asked when it fails, and may
  /// be anybody's.
  private Optional<String> trusted() throws UsageException, IOException {
    if (imageHost.isPresent()) {
      return imageHost;
    }
    for (DatabaseKind kind : DatabaseKind.values()) {
      if (invocation.values().isSet(repositories(kind))) {
        List<String> named = invocation.values().texts(repositories(kind));
        return named.isEmpty()
            ? Optional.empty()
            : Optional.of(Reference.parse(named.getFirst()).host());
      }
    }
    return Optional.empty();
  }

  private static Flag repositories(DatabaseKind kind) {
    return switch (kind) {
      case ADVISORIES -> DatabaseFlags.REPOSITORY;
      case JAVA -> DatabaseFlags.JAVA_REPOSITORY;
    };
  }

  /// What changes of the cache are given of the world.
  public static Surroundings surroundings(
      Invocation invocation, RegistryOptions options, TransferProgress progress)
      throws UsageException {
    return new Surroundings(
        CacheFolder.of(invocation), options.waiting(), progress::say, progress::at);
  }

  private void tell(DatabaseKind kind, DatabaseUpdate.Outcome outcome) {
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
