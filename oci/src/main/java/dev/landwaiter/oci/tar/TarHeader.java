package dev.landwaiter.oci.tar;

import java.nio.charset.StandardCharsets;

/// The fields of one header block of 512 bytes (POSIX.1-2017, pax, "ustar Interchange Format"; GNU
/// tar manual, "Basic Tar Format").
final class TarHeader {
  static final int BLOCK = 512;

  /// What a numeric field gives that is neither octal nor base-256, or too large.
  static final long BAD = Long.MIN_VALUE;

  final byte[] block = new byte[BLOCK];

  boolean isZero() {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether the checksum is right, summed over bytes with or without sign as makers differ.
  boolean isSound() {
    long told = number(148, 8);
    return told == sum(0xff) || told == sum(-1);
  }

  /// The sum of all bytes, with blanks where the sum itself stands.
  ///
  /// @param mask makes bytes numbers without (255) or with a sign (-1)
  private int sum(int mask) {
    int sum = 8 * ' ';
    for (int i = 0; i < 148; i++) {
      sum += block[i] & mask;
    }
    for (int i = 156; i < BLOCK; i++) {
      sum += block[i] & mask;
    }
    return sum;
  }

  byte typeFlag() {
    return block[156];
  }

  long mode() {
    return number(100, 8);
  }

  long size() {
    return number(124, 12);
  }

  String linkName() {
    return text(157, 100);
  }

  /// The name, with the prefix of ustar and star archives in front.
  String name() {
    String name = text(0, 100);
    boolean ustar = matches(257, "ustar\0");
    if (!ustar || block[345] == 0) {
      return name;
    }
    boolean star = matches(508, "tar\0");
    return text(345, star ? 131 : 155) + "/" + name;
  }

  private boolean matches(int at, String wanted) {
    for (int i = 0; i < wanted.length(); i++) {
      if (block[at + i] != wanted.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private String text(int from, int length) {
    return text(block, from, from + length);
  }

  /// The bytes up to the first NUL as UTF-8.
  static String text(byte[] bytes, int from, int limit) {
    int end = from;
    while (end < limit && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  /// An octal number, or one in base 256 when the first bit is set; [#BAD] for anything else.
  long number(int from, int length) {
    byte first = block[from];
    if ((first & 0x80) != 0) {
      return base256(from, length);
    }
    int at = from;
    int end = from + length;
    while (at < end && (block[at] == ' ' || block[at] == 0)) {
      at++;
    }
    long number = 0;
    while (at < end && block[at] != ' ' && block[at] != 0) {
      int digit = block[at] - '0';
      if (digit < 0 || digit > 7 || number > (Long.MAX_VALUE >> 3)) {
        return BAD;
      }
      number = (number << 3) | digit;
      at++;
    }
    return number;
  }

  private long base256(int from, int length) {
    boolean negative = (block[from] & 0x40) != 0;
    long number = negative ? -1 : 0;
    for (int i = 0; i < length; i++) {
      int b = i == 0 ? (block[from] & 0x3f) | (negative ? 0xc0 : 0) : block[from + i] & 0xff;
      if (number > (Long.MAX_VALUE >> 8) || number < (Long.MIN_VALUE >> 8)) {
        return BAD;
      }
      number = (number << 8) | (b & 0xff);
    }
    return number;
  }
}
