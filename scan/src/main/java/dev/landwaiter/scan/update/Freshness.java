package dev.landwaiter.scan.update;

import dev.landwaiter.vulnerability.DatabaseException;
import dev.landwaiter.vulnerability.store.IndexDatabase;
import dev.landwaiter.vulnerability.store.TrivyMetadata;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether a database in the cache should be fetched anew (vulnerability.md, 1.2).
public sealed interface Freshness {
  /// By how much the clocks of machines that share a cache may differ.
  Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

  /// How long after a download a database is believed that there will be no newer one.
  Duration LONGEST = Duration.ofDays(7);

  /// It is as new as can be had.
  record Current() implements Freshness {}

  /// There is none that could be used.
  record Missing(String why) implements Freshness {}

  /// There is one, and a newer one is due.
  record Overdue(String why) implements Freshness {}

  /// Judges what lies in the cache.
  ///
  /// @throws DatabaseException when it is of a later schema than is understood: it belongs to a
  ///   newer program and is not replaced
  static Freshness of(DatabaseKind kind, Path cache, Instant now) {
    Path folder = kind.folder(cache);
    if (Files.exists(folder.resolve(kind.file()))) {
      return ofTrivy(kind, folder, now);
    }
    Path own = folder.resolve(OwnIndex.FILE);
    if (kind == DatabaseKind.ADVISORIES && Files.exists(own)) {
      return ofOwn(own, folder, now);
    }
    return new Missing("there is none in " + folder);
  }

  private static Freshness ofTrivy(DatabaseKind kind, Path folder, Instant now) {
    TrivyMetadata metadata;
    try {
      metadata = TrivyMetadata.read(folder);
    } catch (DatabaseException e) {
      return new Missing(String.valueOf(e.getMessage()));
    }
    if (metadata.version() > kind.schema()) {
      throw new DatabaseException(
          "the %s in %s has schema %d, understood is %d: use a newer landwaiter or another cache"
              .formatted(kind.title(), folder, metadata.version(), kind.schema()));
    }
    if (metadata.version() < kind.schema()) {
      return new Missing(
          "the one in %s has the old schema %d".formatted(folder, metadata.version()));
    }
    if (metadata.downloadedAt().isEmpty()) {
      return new Overdue("it does not say when it was downloaded");
    }
    // An hour of patience keeps a registry that is late from being asked at every scan.
    Duration patience = kind == DatabaseKind.JAVA ? Duration.ofHours(24) : Duration.ofHours(1);
    return due(metadata.nextUpdate(), metadata.downloadedAt().get(), patience, now);
  }

  private static Freshness ofOwn(Path file, Path folder, Instant now) {
    try {
      Instant created = IndexDatabase.info(file).created();
      Instant pulled = PulledRecord.read(folder).map(PulledRecord::when).orElse(created);
      return due(Optional.of(OwnIndex.nextUpdate(created)), pulled, Duration.ofHours(1), now);
    } catch (DatabaseException e) {
      return new Missing(String.valueOf(e.getMessage()));
    }
  }

  private static Freshness due(
      Optional<Instant> nextUpdate, Instant downloaded, Duration patience, Instant now) {
    if (downloaded.isAfter(now.plus(CLOCKS_DIFFER))) {
      return new Overdue("it was downloaded in the future, at " + downloaded);
    }
    // Whoever once gave us a database must not keep all later ones away with a date.
    if (nextUpdate.isPresent()
        && now.isBefore(nextUpdate.get())
        && now.isBefore(downloaded.plus(LONGEST))) {
      return new Current();
    }
    return now.isBefore(downloaded.plus(patience))
        ? new Current()
        : new Overdue(
            "a newer one was due " + nextUpdate.map(Instant::toString).orElse("long ago"));
  }
}
