package dev.landwaiter.signing.key;

import java.security.InvalidKeyException;
import java.util.Arrays;

/// Reads and writes DER of private keys in arrays that their owner wipes; nothing is copied but
/// what [#content] hands out.
final class SecretDer {
  static final int INTEGER = 0x02;
  static final int OCTET_STRING = 0x04;
  static final int OBJECT_ID = 0x06;
  static final int SEQUENCE = 0x30;
  static final int PARAMETERS = 0xa0;

  private final byte[] of;
  private final int end;
  private int at;

  private SecretDer(byte[] of, int from, int end) {
    this.of = of;
    this.at = from;
    this.end = end;
  }

  static SecretDer of(byte[] der) {
    return new SecretDer(der, 0, der.length);
  }

  boolean atEnd() {
    return at == end;
  }

  /// The tag of the next element, or -1 at the end.
  int tag() {
    return atEnd() ? -1 : of[at] & 0xff;
  }

  /// Steps over the next element.
  ///
  /// @return a reader of what is inside it
  /// @throws InvalidKeyException when there is none of this tag
  SecretDer next(int tag) throws InvalidKeyException {
    if (tag() != tag || at + 1 >= end) {
      throw broken();
    }
    int length = of[at + 1] & 0xff;
    int from = at + 2;
    if (length >= 0x80) {
      int octets = length & 0x7f;
      if (octets == 0 || octets > 3 || from + octets > end) {
        throw broken();
      }
      length = 0;
      for (int i = 0; i < octets; i++) {
        length = (length << 8) | (of[from++] & 0xff);
      }
    }
    if (length > end - from) {
      throw broken();
    }
    at = from + length;
    return new SecretDer(of, from, at);
  }

  /// Steps over the next element, whatever it is.
  void skip() throws InvalidKeyException {
    next(tag());
  }

  /// A copy of what this reader has not read yet; whoever takes it wipes it.
  byte[] content() {
    return Arrays.copyOfRange(of, at, end);
  }

  /// An element around these parts, which are wiped.
  static byte[] encode(int tag, byte[]... parts) {
    int size = 0;
    for (byte[] part : parts) {
      size += part.length;
    }
    int octets = size < 0x80 ? 0 : size < 0x100 ? 1 : size < 0x10000 ? 2 : 3;
    byte[] all = new byte[2 + octets + size];
    all[0] = (byte) tag;
    all[1] = (byte) (octets == 0 ? size : 0x80 | octets);
    for (int i = 0; i < octets; i++) {
      all[2 + i] = (byte) (size >> (8 * (octets - 1 - i)));
    }
    int to = 2 + octets;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, to, part.length);
      to += part.length;
      Arrays.fill(part, (byte) 0);
    }
    return all;
  }

  private static InvalidKeyException broken() {
    return new InvalidKeyException("it is no valid DER");
  }
}
