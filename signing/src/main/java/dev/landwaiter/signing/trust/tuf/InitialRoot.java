package dev.landwaiter.signing.trust.tuf;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.service.Web;
import dev.landwaiter.signing.service.WebRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// The root that a user names for trust to begin with.
public final class InitialRoot {
  private InitialRoot() {}

  /// Whether it lies elsewhere.
  public static boolean isAddress(String location) {
    return location.startsWith("http://") || location.startsWith("https://");
  }

  /// A file.
  ///
  /// @param checksum SHA-256 in hex, or the name of a hash, a colon and its digits; empty for none
  /// @throws RefusedException with TRUST_ROOT when it is missing or another one
  public static Bytes read(Path file, String checksum) throws IOException {
    Optional<Bytes> content = FolderMirror.read(file, RootChain.ROOT_LIMIT);
    if (content.isEmpty()) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT, "the initial root " + file + " does not exist");
    }
    return checked(file.toString(), content.get(), checksum);
  }

  /// One by HTTP.
  public static Bytes download(String address, String checksum, Web web) throws IOException {
    Bytes content =
        web.ask(
                WebRequest.get(
                    WebRequest.address("the initial root", address), RootChain.ROOT_LIMIT))
            .success("the server of the initial root");
    return checked(address, content, checksum);
  }

  private static Bytes checked(String where, Bytes content, String checksum)
      throws RefusedException {
    if (checksum.isEmpty()) {
      return content;
    }
    int colon = checksum.indexOf(':');
    String name = colon < 0 ? "sha256" : checksum.substring(0, colon).toLowerCase(Locale.ROOT);
    Optional<HashAlgorithm> algorithm = HashAlgorithm.shortNamed(name);
    Optional<Bytes> wanted = TufKey.hex(checksum.substring(colon + 1));
    if (algorithm.isEmpty() || wanted.isEmpty() || wanted.get().size() != algorithm.get().size()) {
      throw new RefusedException(
          FailureClass.USAGE,
          "the checksum '" + checksum + "' is neither SHA-256 nor sha512: and a SHA-512");
    }
    Bytes found = content.hash(algorithm.get());
    if (!found.equals(wanted.get())) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT,
          where + " is not the root of that checksum",
          wanted.get().toHex(),
          found.toHex());
    }
    return content;
  }
}
