package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.trust.tuf.Metadata.Root;
import dev.landwaiter.signing.trust.tuf.Metadata.Snapshot;
import dev.landwaiter.signing.trust.tuf.Metadata.Targets;
import dev.landwaiter.signing.trust.tuf.Metadata.Timestamp;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;

/// A TUF repository whose metadata is verified and good.
///
/// @param goodUntil when the first of its metadata expires
record Repository(TargetSearch search, Instant goodUntil) {
  /// Brought up to date from its mirror.
  ///
  /// @param firstRoot what trust begins with: of the cache, or given
  /// @param now fixed for the whole update
  /// @throws dev.landwaiter.signing.RefusedException with TRUST_ROOT, LIMIT or TRANSPORT
  static Repository refreshed(Mirror mirror, MetadataCache cache, Bytes firstRoot, Instant now)
      throws IOException {
    Root first = RootChain.first(RootChain.FILE, firstRoot);
    if (cache.load(RootChain.FILE, RootChain.ROOT_LIMIT).isEmpty()) {
      cache.save(RootChain.FILE, firstRoot);
    }
    Root root = RootChain.follow(first, mirror, cache, now);
    var updater = new Updater(mirror, cache, now, root);
    return of(updater, updater.timestamp());
  }

  /// As the cache holds it; nobody is asked.
  ///
  /// @throws dev.landwaiter.signing.RefusedException with TRUST_ROOT when something of it is
  ///   damaged or has expired, with TRANSPORT when something is missing
  static Repository cached(String address, MetadataCache cache, Bytes root, Instant now)
      throws IOException {
    Root trusted = RootChain.first(RootChain.FILE, root);
    trusted.requireFresh(now);
    Mirror mirror = Mirror.none(address, "what the cache holds is used");
    var updater = new Updater(mirror, cache, now, trusted);
    return of(updater, updater.cachedTimestamp());
  }

  private static Repository of(Updater updater, Timestamp timestamp) throws IOException {
    Snapshot snapshot = updater.snapshot(timestamp);
    Root root = updater.root();
    Targets targets =
        updater.targets(snapshot, root.role("targets"), TargetSearch.fileName("targets"));
    Instant goodUntil =
        Stream.of(root.expires(), timestamp.expires(), snapshot.expires(), targets.expires())
            .min(Instant::compareTo)
            .orElseThrow();
    return new Repository(new TargetSearch(updater, snapshot), goodUntil);
  }

  /// The content of a target.
  Bytes target(String name) throws IOException {
    return search.target(name);
  }
}
