package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.trust.tuf.Metadata.Root;
import dev.landwaiter.signing.trust.tuf.Metadata.Snapshot;
import dev.landwaiter.signing.trust.tuf.Metadata.Targets;
import dev.landwaiter.signing.trust.tuf.Metadata.Timestamp;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Brings the metadata of a repository up to date, step by step (TUF specification, 5.3 to 5.6).
/// What was cached before is the floor below which no version may fall.
final class Updater {
  static final int TARGETS_LIMIT = 5_000_000;
  private static final int TIMESTAMP_LIMIT = 16_384;
  private static final int SNAPSHOT_LIMIT = 2_000_000;
  private static final String TIMESTAMP = "timestamp.json";
  private static final String SNAPSHOT = "snapshot.json";

  private final Mirror mirror;
  private final MetadataCache cache;
  private final Instant now;
  private final Root root;

  /// @param root the final one, as [RootChain] leads to it
  Updater(Mirror mirror, MetadataCache cache, Instant now, Root root) {
    this.mirror = mirror;
    this.cache = cache;
    this.now = now;
    this.root = root;
  }

  Root root() {
    return root;
  }

  Instant now() {
    return now;
  }

  Mirror mirror() {
    return mirror;
  }

  MetadataCache cache() {
    return cache;
  }

  /// The timestamp of the cache, as it is.
  ///
  /// @throws RefusedException with TRANSPORT when there is none, with TRUST_ROOT when it has
  ///   expired
  Timestamp cachedTimestamp() throws IOException {
    Optional<Timestamp> old = oldTimestamp();
    if (old.isEmpty()) {
      throw new RefusedException(
          FailureClass.TRANSPORT, "nothing of " + mirror.address() + " is in the cache");
    }
    old.get().requireFresh(now);
    return old.get();
  }

  /// The timestamp of the mirror (5.4).
  Timestamp timestamp() throws IOException {
    Bytes text = required(TIMESTAMP, TIMESTAMP_LIMIT);
    Timestamp fresh = Timestamp.read(TIMESTAMP, text);
    root.role("timestamp").require(fresh.file());
    Optional<Timestamp> old = oldTimestamp();
    if (old.isPresent()) {
      notBelow(TIMESTAMP, old.get().version(), fresh.version());
      if (old.get().version() == fresh.version()) {
        old.get().requireFresh(now);
        return old.get();
      }
      notBelow(SNAPSHOT, old.get().snapshot().version(), fresh.snapshot().version());
    }
    fresh.requireFresh(now);
    cache.save(TIMESTAMP, text);
    return fresh;
  }

  private Optional<Timestamp> oldTimestamp() throws IOException {
    Optional<Bytes> text = cache.load(TIMESTAMP, TIMESTAMP_LIMIT);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Timestamp old = Timestamp.read(TIMESTAMP, text.get());
      root.role("timestamp").require(old.file());
      return Optional.of(old);
    } catch (RefusedException e) {
      // Damaged, or signed by keys that were exchanged: as good as not there.
      return Optional.empty();
    }
  }

  /// The snapshot that a timestamp names (5.5).
  Snapshot snapshot(Timestamp timestamp) throws IOException {
    FileInfo wanted = timestamp.snapshot();
    Optional<Bytes> cached = cache.load(SNAPSHOT, SNAPSHOT_LIMIT);
    Optional<Snapshot> old = cached.isEmpty() ? Optional.empty() : oldSnapshot(cached.get());
    if (old.isPresent()
        && old.get().version() == wanted.version()
        && wanted.fits(cached.get())
        && now.isBefore(old.get().expires())) {
      return old.get();
    }
    Bytes text = required(named(wanted.version(), SNAPSHOT), wanted.limit(SNAPSHOT_LIMIT));
    wanted.require(SNAPSHOT, text);
    Snapshot fresh = Snapshot.read(SNAPSHOT, text);
    root.role("snapshot").require(fresh.file());
    fresh.requireVersion(wanted.version());
    if (old.isPresent()) {
      notBelow(SNAPSHOT, old.get().version(), fresh.version());
      for (var each : old.get().files().entrySet()) {
        FileInfo next = fresh.files().get(each.getKey());
        if (next == null) {
          throw new RefusedException(
              FailureClass.TRUST_ROOT,
              "%s does not list %s any more".formatted(SNAPSHOT, each.getKey()));
        }
        notBelow(each.getKey(), each.getValue().version(), next.version());
      }
    }
    fresh.requireFresh(now);
    cache.save(SNAPSHOT, text);
    return fresh;
  }

  private Optional<Snapshot> oldSnapshot(Bytes text) {
    try {
      Snapshot old = Snapshot.read(SNAPSHOT, text);
      root.role("snapshot").require(old.file());
      return Optional.of(old);
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }

  /// The metadata of targets, top-level or delegated, that a snapshot names (5.6).
  ///
  /// @param role who must have signed it
  /// @param fileName of the metadata without version, encoded
  Targets targets(Snapshot snapshot, Role role, String fileName) throws IOException {
    FileInfo wanted = snapshot.of(role.name());
    Optional<Bytes> cached = cache.load(fileName, TARGETS_LIMIT);
    if (cached.isPresent() && wanted.fits(cached.get())) {
      try {
        return checked(wanted, role, fileName, cached.get());
      } catch (RefusedException e) {
        // As good as not there.
      }
    }
    Bytes text = required(named(wanted.version(), fileName), wanted.limit(TARGETS_LIMIT));
    wanted.require(fileName, text);
    Targets fresh = checked(wanted, role, fileName, text);
    cache.save(fileName, text);
    return fresh;
  }

  private Targets checked(FileInfo wanted, Role role, String fileName, Bytes text)
      throws RefusedException {
    Targets read = Targets.read(fileName, text);
    role.require(read.file());
    read.requireVersion(wanted.version());
    read.requireFresh(now);
    return read;
  }

  private String named(long version, String fileName) {
    return root.consistent() ? version + "." + fileName : fileName;
  }

  private Bytes required(String path, int limit) throws IOException {
    Optional<Bytes> text = mirror.fetch(path, limit);
    if (text.isEmpty()) {
      throw new RefusedException(
          FailureClass.TRANSPORT, "%s/%s does not exist".formatted(mirror.address(), path));
    }
    return text.get();
  }

  private static void notBelow(String what, long before, long found) throws RefusedException {
    if (found < before) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT,
          what + " was rolled back to an older version",
          "a version from " + before + " on",
          Long.toString(found));
    }
  }
}
