package dev.landwaiter.cli.command.sign;

import dev.landwaiter.oci.ImageException;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.copy.Copy;
import dev.landwaiter.oci.copy.CopySource;
import dev.landwaiter.oci.copy.CopyTarget;
import dev.landwaiter.oci.copy.Progress;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;

/// Copies an image with what belongs to it, and tells trouble by its class.
final class Copying {
  private Copying() {}

  /// @param advice what to do where something is there already
  static Copy.Done run(CopySource source, CopyTarget target, Copy.Wish wish, String advice)
      throws IOException {
    try {
      return Copy.run(source, target, wish, Progress.NONE);
    } catch (ImageException e) {
      FailureClass kind =
          switch (e.code()) {
            case NOT_FOUND -> FailureClass.NOT_FOUND;
            case LIMIT -> FailureClass.LIMIT;
            case INVALID, UNSUPPORTED -> FailureClass.PARSE;
            case DIGEST_MISMATCH, UNAUTHORIZED, UNREACHABLE -> FailureClass.TRANSPORT;
          };
      String message = String.valueOf(e.getMessage());
      throw new RefusedException(
          kind, e.code() == ImageException.Code.INVALID ? message + advice : message);
    }
  }

  static Copy.Wish everything() {
    return new Copy.Wish(
        java.util.Optional.empty(), Copy.Attached.ALL, Copy.Overwrite.GROWING, Limits.STANDARD);
  }
}
