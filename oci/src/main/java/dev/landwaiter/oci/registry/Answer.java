package dev.landwaiter.oci.registry;

import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;

/// What a server answered, with its body not yet read.
///
/// @param uri where the answer came from, after redirects
record Answer(URI uri, int status, HttpHeaders headers, InputStream body) implements AutoCloseable {
  private static final int SHORT = 64 << 10;

  /// The first value of a header, or the empty text.
  String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /// Reads the whole body.
  ///
  /// @param limit the largest number of bytes taken
  /// @throws ImageException when the body is larger
  byte[] read(long limit, String what) throws IOException {
    try (body) {
      byte[] bytes = body.readNBytes(Math.toIntExact(limit + 1));
      if (bytes.length > limit) {
        throw new ImageException(
            ImageException.Code.LIMIT,
            "the %s at %s is larger than the limit of %d bytes"
                .formatted(what, Targets.shown(uri), limit));
      }
      return bytes;
    }
  }

  /// Reads a body that nobody wants, if it is short, so that the connection can be used again.
  void discard() throws IOException {
    try (body) {
      body.readNBytes(SHORT);
    }
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
