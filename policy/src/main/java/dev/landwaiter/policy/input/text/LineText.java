package dev.landwaiter.policy.input.text;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.InputText;
import dev.landwaiter.base.text.Position;
import dev.landwaiter.policy.input.TextPlaces;
import java.nio.charset.StandardCharsets;

/// The characters of files in formats older than UTF-8: what is none becomes U+FFFD, as in Go.
final class LineText {
  private static final int SIZE_LIMIT = 64 << 20;

  private LineText() {}

  /// @throws FormatException when there are more than 64 MiB
  static String read(String where, byte[] text) throws FormatException {
    if (text.length > SIZE_LIMIT) {
      throw InputText.wrong(where, Position.START, "more than the 64 MiB that are read", "");
    }
    if (text.length >= 2 && isMark(text[0], text[1])) {
      return InputText.read(where, text);
    }
    String read = new String(text, StandardCharsets.UTF_8);
    return read.startsWith("\ufeff") ? read.substring(1) : read;
  }

  /// Whether two bytes are the byte order mark of UTF-16.
  private static boolean isMark(byte first, byte second) {
    return (first == (byte) 0xfe && second == (byte) 0xff)
        || (first == (byte) 0xff && second == (byte) 0xfe);
  }

  static FormatException wrong(String where, String text, int offset, String message, String hint) {
    return InputText.wrong(where, new TextPlaces(text).at(offset), message, hint);
  }
}
