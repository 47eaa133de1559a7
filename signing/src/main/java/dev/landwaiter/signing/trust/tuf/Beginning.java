package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The root that trust in a mirror begins with.
///
/// @param root the newest one that is trusted so far
/// @param id SHA-256 of the one that the user gave, or empty
/// @param anew whether the cache did not begin with it
record Beginning(Bytes root, String id, boolean anew) {
  /// The root of the cache, unless the user gave another one to begin with; else the one that came
  /// with this program.
  ///
  /// @throws RefusedException with TRUST_ROOT when there is none
  static Beginning of(TrustSettings settings, String address, MetadataCache cache)
      throws IOException {
    Optional<Bytes> cached = cache.load(RootChain.FILE, RootChain.ROOT_LIMIT);
    RefreshState state = RefreshState.load(cache);
    if (settings.root().isPresent()) {
      Bytes given = file(settings.root().get());
      String id = given.sha256().toHex();
      return cached.isPresent() && state.beginning().equals(id)
          ? new Beginning(cached.get(), id, false)
          : new Beginning(given, id, true);
    }
    if (cached.isPresent()) {
      return new Beginning(cached.get(), state.beginning(), false);
    }
    Optional<EmbeddedRoot> own = EmbeddedRoot.of(address);
    if (own.isEmpty()) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT,
          "trust in the mirror %s has no root to begin with: initialize with --root, or TUF_ROOT_JSON, gives one"
              .formatted(address));
    }
    return new Beginning(own.get().tufRoot(), "", true);
  }

  private static Bytes file(Path file) throws IOException {
    return FolderMirror.read(file, RootChain.ROOT_LIMIT)
        .orElseThrow(() ->
            new RefusedException(
                FailureClass.TRUST_ROOT, "the initial root " + file + " does not exist"));
  }
}
