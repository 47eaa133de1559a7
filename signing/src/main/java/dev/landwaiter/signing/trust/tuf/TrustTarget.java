package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/// A trusted root in a TUF repository that somebody names with the root it begins with. Nothing of
/// it is kept: versions are compared with the given root alone.
public final class TrustTarget {
  private static final String STANDARD = "targets/";

  private TrustTarget() {}

  /// Verifies the repository and reads the trusted root.
  ///
  /// @param root what trust begins with
  /// @param folder of the targets below the base, such as `targets`
  /// @param name of the target
  /// @throws dev.landwaiter.signing.RefusedException with TRUST_ROOT, LIMIT, TRANSPORT or NOT_FOUND
  public static TrustedRoot read(Mirror mirror, Bytes root, String folder, String name, Instant now)
      throws IOException {
    TargetName.require(folder);
    var repository =
        Repository.refreshed(moved(mirror, folder + "/"), new MemoryCache(), root, now);
    return TrustedRootReader.read(name + " of " + mirror.address(), repository.target(name));
  }

  private static Mirror moved(Mirror mirror, String folder) {
    if (folder.equals(STANDARD)) {
      return mirror;
    }
    return new Mirror() {
      @Override
      public Optional<Bytes> fetch(String path, int limit) throws IOException {
        return mirror.fetch(
            path.startsWith(STANDARD) ? folder + path.substring(STANDARD.length()) : path, limit);
      }

      @Override
      public String address() {
        return mirror.address();
      }
    };
  }
}
