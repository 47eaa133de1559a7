package dev.landwaiter.oci.daemon;

import dev.landwaiter.oci.Fields;
import dev.landwaiter.oci.ImageException;
import java.io.IOException;
import java.io.InputStream;

/// A body in chunks (RFC 9112, section 7.1). An end without the last chunk is an error.
final class ChunkedBody extends InputStream {
  private static final int LINE_LIMIT = 1 << 10;
  private static final int TRAILER_LIMIT = 64;
  private static final int DIGITS_LIMIT = 15;

  private final InputStream in;
  private long left;
  private boolean first = true;
  private boolean ended;

  ChunkedBody(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0 && !nextChunk()) {
      return -1;
    }
    int count = in.read(into, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw brokenOff();
    }
    left -= count;
    return count;
  }

  private boolean nextChunk() throws IOException {
    if (ended) {
      return false;
    }
    if (!first && !line(in).isEmpty()) {
      throw Fields.invalid("a chunk is longer than it says");
    }
    first = false;
    left = size(line(in));
    if (left == 0) {
      ended = true;
      for (int trailers = 0; !line(in).isEmpty(); trailers++) {
        if (trailers == TRAILER_LIMIT) {
          throw Fields.invalid(
              "a body in chunks has more than %d trailers".formatted(TRAILER_LIMIT));
        }
      }
    }
    return left > 0;
  }

  private static long size(String line) throws ImageException {
    int end = line.indexOf(';');
    String digits = (end < 0 ? line : line.substring(0, end)).strip();
    boolean hex = digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    if (digits.isEmpty() || digits.length() > DIGITS_LIMIT || !hex) {
      throw Fields.invalid("'%s' is no size of a chunk".formatted(Fields.shown(digits)));
    }
    return Long.parseLong(digits, 16);
  }

  /// One line without its end.
  static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    while (true) {
      int c = in.read();
      if (c < 0) {
        throw brokenOff();
      }
      if (c == '\n') {
        int length = line.length();
        boolean carriage = length > 0 && line.charAt(length - 1) == '\r';
        return carriage ? line.substring(0, length - 1) : line.toString();
      }
      if (line.length() == LINE_LIMIT) {
        throw Fields.invalid("a line of an answer is longer than %d bytes".formatted(LINE_LIMIT));
      }
      line.append((char) c);
    }
  }

  static ImageException brokenOff() {
    return new ImageException(
        ImageException.Code.UNREACHABLE, "the answer breaks off before its end");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
