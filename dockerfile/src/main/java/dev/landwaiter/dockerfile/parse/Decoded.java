package dev.landwaiter.dockerfile.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The text of a file, its mark taken away.
///
/// @param encoding name of the encoding
/// @param forBuilder whether the builder reads this encoding: UTF-8 alone
record Decoded(String text, String encoding, boolean forBuilder) {

  static Decoded of(byte[] bytes) {
    if (has(bytes, 0xEF, 0xBB, 0xBF)) {
      return new Decoded(text(bytes, 3, StandardCharsets.UTF_8), "UTF-8", true);
    }
    if (has(bytes, 0xFF, 0xFE, 0, 0)) {
      return foreign(bytes, 4, Charset.forName("UTF-32LE"));
    }
    if (has(bytes, 0, 0, 0xFE, 0xFF)) {
      return foreign(bytes, 4, Charset.forName("UTF-32BE"));
    }
    if (has(bytes, 0xFF, 0xFE)) {
      return foreign(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (has(bytes, 0xFE, 0xFF)) {
      return foreign(bytes, 2, StandardCharsets.UTF_16BE);
    }
    return new Decoded(text(bytes, 0, StandardCharsets.UTF_8), "UTF-8", true);
  }

  /// Whether the builder reads these bytes, which are not decoded.
  static boolean forBuilder(byte[] bytes) {
    return !has(bytes, 0xFF, 0xFE) && !has(bytes, 0xFE, 0xFF) && !has(bytes, 0, 0, 0xFE, 0xFF);
  }

  private static Decoded foreign(byte[] bytes, int start, Charset charset) {
    return new Decoded(text(bytes, start, charset), charset.name(), false);
  }

  private static String text(byte[] bytes, int start, Charset charset) {
    return new String(bytes, start, bytes.length - start, charset);
  }

  private static boolean has(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (bytes[i] != (byte) mark[i]) {
        return false;
      }
    }
    return true;
  }
}
