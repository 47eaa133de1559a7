package dev.landwaiter.signing.store.place;

import dev.landwaiter.oci.ImageException;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.RefusedException;
import java.io.IOException;

/// What goes wrong with a registry or a layout, as classes of failure.
final class Troubles {
  private Troubles() {}

  /// Something that asks a place.
  interface Asking<T> {
    T ask() throws IOException;
  }

  /// Asks, and tells trouble by its class.
  static <T> T telling(Asking<T> asking) throws RefusedException {
    try {
      return asking.ask();
    } catch (IOException e) {
      throw refused(e);
    }
  }

  static RefusedException refused(IOException trouble) {
    return trouble instanceof RefusedException known
        ? known
        : new RefusedException(refusal(trouble));
  }

  static Refusal refusal(IOException trouble) {
    if (trouble instanceof RefusedException known) {
      return known.refusal();
    }
    FailureClass kind =
        trouble instanceof ImageException image
            ? switch (image.code()) {
              case NOT_FOUND -> FailureClass.NOT_FOUND;
              case INVALID, UNSUPPORTED -> FailureClass.PARSE;
              case LIMIT -> FailureClass.LIMIT;
              case DIGEST_MISMATCH, UNAUTHORIZED, UNREACHABLE -> FailureClass.TRANSPORT;
            }
            : FailureClass.TRANSPORT;
    String message = trouble.getMessage();
    return Refusal.of(kind, message == null ? trouble.getClass().getSimpleName() : message);
  }
}
