package dev.landwaiter.oci.archive;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Which image of which file or folder: `PATH[:TAG][@DIGEST]`.
///
/// @param tag or name of the image, or empty
record Target(Path path, String tag, Optional<Digest> digest) {

  /// Reads what a user wrote. A path that exists as it stands wins; else the longest part in front
  /// of a `:` or `@` that exists is the path.
  ///
  /// @throws ImageException with NOT_FOUND when no part exists, INVALID when the digest is none
  static Target parse(String text) throws ImageException {
    for (int end = text.length(); end > 0; end = lastSeparator(text, end)) {
      String path = text.substring(0, end);
      if (exists(path)) {
        return of(path, text.substring(end));
      }
    }
    throw new ImageException(
        ImageException.Code.NOT_FOUND, "there is no file or folder '" + Fields.shown(text) + "'");
  }

  private static int lastSeparator(String text, int before) {
    return Math.max(text.lastIndexOf(':', before - 1), text.lastIndexOf('@', before - 1));
  }

  private static boolean exists(String path) {
    try {
      return Files.exists(Path.of(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Target of(String path, String selection) throws ImageException {
    int at = selection.lastIndexOf('@');
    String digest = at < 0 ? "" : selection.substring(at + 1);
    String tag = at < 0 ? selection : selection.substring(0, at);
    var parsed = Digest.parse(digest);
    if (at >= 0 && parsed.isEmpty()) {
      throw Fields.invalid("'" + Fields.shown(digest) + "' is not a digest of a known algorithm");
    }
    return new Target(Path.of(path), tag.startsWith(":") ? tag.substring(1) : tag, parsed);
  }
}
