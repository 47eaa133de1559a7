package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.rego.builtin.BuiltinException;
import java.util.Arrays;

/// A BIT STRING: bytes of which the last may be used in part.
///
/// @param length in bits
@SuppressWarnings("ArrayRecordComponent") // bytes as they were read; not compared
record BitString(byte[] bytes, int length) {
  static BitString of(byte[] content, String error) throws BuiltinException {
    if (content.length == 0) {
      throw BuiltinException.failure(error);
    }
    int padding = content[0];
    boolean spare = padding > 0 && (content[content.length - 1] & ((1 << padding) - 1)) != 0;
    if (padding < 0 || padding > 7 || (content.length == 1 && padding > 0) || spare) {
      throw BuiltinException.failure(error);
    }
    byte[] bytes = Arrays.copyOfRange(content, 1, content.length);
    return new BitString(bytes, bytes.length * 8 - padding);
  }

  /// A bit by its number, counted from the most significant one of the first byte.
  boolean bit(int number) {
    return number < length && ((bytes[number / 8] >> (7 - number % 8)) & 1) == 1;
  }

  /// The bytes with the unused bits moved to the front.
  byte[] rightAligned() {
    int shift = bytes.length * 8 - length;
    if (shift == 0 || bytes.length == 0) {
      return bytes;
    }
    byte[] moved = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      int before = i == 0 ? 0 : (bytes[i - 1] & 0xff) << (8 - shift);
      moved[i] = (byte) (before | ((bytes[i] & 0xff) >> shift));
    }
    return moved;
  }
}
