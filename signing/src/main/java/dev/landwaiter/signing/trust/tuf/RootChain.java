package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.trust.tuf.Metadata.Root;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// Leads from a root that is trusted to the newest one (TUF specification, 5.2 and 5.3).
final class RootChain {
  static final int ROOT_LIMIT = 512_000;
  static final String FILE = "root.json";
  private static final int ROTATIONS = 256;

  private RootChain() {}

  /// The root that everything begins with: it must be signed by itself. It may have expired.
  ///
  /// @throws RefusedException with TRUST_ROOT or LIMIT
  static Root first(String where, Bytes text) throws RefusedException {
    if (text.size() > ROOT_LIMIT) {
      throw new RefusedException(
          FailureClass.LIMIT, where + " is larger than " + ROOT_LIMIT + " bytes");
    }
    Root root = Root.read(where, text);
    root.role("root").require(root.file());
    return root;
  }

  /// The next root: signed by the one before and by itself, with the next version.
  ///
  /// @throws RefusedException with TRUST_ROOT
  static Root next(Root before, String where, Bytes text) throws RefusedException {
    Root root = Root.read(where, text);
    before.role("root").require(root.file());
    root.role("root").require(root.file());
    root.requireVersion(before.version() + 1);
    return root;
  }

  /// Follows all exchanges of the root on a mirror. Where keys of timestamp or snapshot were
  /// exchanged, what they signed before is dropped from the cache.
  ///
  /// @throws RefusedException with TRUST_ROOT also when the last one has expired
  static Root follow(Root first, Mirror mirror, MetadataCache cache, Instant now)
      throws IOException {
    Root root = first;
    int rotations = 0;
    while (true) {
      long version = root.version() + 1;
      Optional<Bytes> text = mirror.fetch(version + "." + FILE, ROOT_LIMIT);
      if (text.isEmpty()) {
        break;
      }
      if (rotations++ == ROTATIONS) {
        throw new RefusedException(
            FailureClass.LIMIT,
            "%s exchanges its root more than %d times".formatted(mirror.address(), ROTATIONS));
      }
      Root next = next(root, version + "." + FILE, text.get());
      if (!next.role("timestamp").sameKeys(root.role("timestamp"))
          || !next.role("snapshot").sameKeys(root.role("snapshot"))) {
        cache.remove("timestamp.json");
        cache.remove("snapshot.json");
      }
      cache.save(FILE, text.get());
      root = next;
    }
    root.requireFresh(now);
    return root;
  }
}
