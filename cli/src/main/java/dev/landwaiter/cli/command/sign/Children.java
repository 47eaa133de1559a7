package dev.landwaiter.cli.command.sign;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Platform;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.store.Subject;
import java.util.Optional;

/// The images of an index.
final class Children {
  private Children() {}

  /// The one for a platform, or the subject itself when none is asked for.
  ///
  /// @throws RefusedException with NOT_FOUND when there is no such image
  static Digest chosen(Subject subject, Optional<Platform> platform) throws RefusedException {
    if (platform.isEmpty()) {
      return subject.digest();
    }
    if (subject.children().isEmpty()) {
      throw new RefusedException(
          FailureClass.NOT_FOUND,
          "--platform chooses an image of an index, but " + subject.digest() + " is one image");
    }
    for (Descriptor each : subject.children()) {
      if (each.platform().isPresent() && platform.get().accepts(each.platform().get())) {
        return each.digest();
      }
    }
    throw new RefusedException(
        FailureClass.NOT_FOUND, "the index has no image for " + platform.get());
  }
}
