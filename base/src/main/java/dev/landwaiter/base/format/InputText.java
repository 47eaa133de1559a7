package dev.landwaiter.base.format;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The checks that every format makes on its input before it is parsed.
public final class InputText {
  /// How deep objects and arrays may be nested in every format.
  public static final int DEPTH_LIMIT = 512;

  private static final int SIZE_LIMIT = 64 << 20;

  private InputText() {}

  /// Refuses more than 64 MiB.
  public static void checkSize(String where, byte[] text) throws FormatException {
    checkSize(where, text, SIZE_LIMIT);
  }

  static void checkSize(String where, byte[] text, int limit) throws FormatException {
    if (text.length > limit) {
      throw wrong(
          where,
          Position.START,
          "%d bytes, more than the %d that are read".formatted(text.length, limit),
          "");
    }
  }

  /// The characters of a text file in UTF-8, or in UTF-16 when a byte order mark says so; without
  /// the mark.
  ///
  /// @throws FormatException when it is larger than 64 MiB, or damaged
  public static String read(String where, byte[] text) throws FormatException {
    checkSize(where, text, SIZE_LIMIT);
    return decode(where, text);
  }

  /// The text in UTF-8, or in UTF-16 when a byte order mark says so; without the mark.
  static String decode(String where, byte[] text) throws FormatException {
    Charset charset = StandardCharsets.UTF_8;
    int mark = 0;
    if (starts(text, 0xef, 0xbb, 0xbf)) {
      mark = 3;
    } else if (starts(text, 0xff, 0xfe)) {
      charset = StandardCharsets.UTF_16LE;
      mark = 2;
    } else if (starts(text, 0xfe, 0xff)) {
      charset = StandardCharsets.UTF_16BE;
      mark = 2;
    }
    var bytes = ByteBuffer.wrap(text, mark, text.length - mark);
    try {
      return charset.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      // The decoder leaves the buffer at the first byte it could not read.
      throw wrong(
          where,
          positionAt(text, bytes.position()),
          "not valid " + charset.name(),
          "save it as UTF-8");
    }
  }

  /// A problem of one input.
  public static FormatException wrong(String where, Position at, String message, String hint) {
    return new FormatException(new Problem(where, Optional.of(at), message, hint));
  }

  /// The place of a byte, which has only whole characters before it.
  static Position positionAt(byte[] text, int offset) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < offset; i++) {
      if (text[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    int column = 1;
    for (int i = lineStart; i < offset; i++) {
      column += (text[i] & 0xc0) == 0x80 ? 0 : 1;
    }
    return new Position(line, column);
  }

  private static boolean starts(byte[] text, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= text.length || (text[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
