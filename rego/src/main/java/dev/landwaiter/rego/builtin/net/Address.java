package dev.landwaiter.rego.builtin.net;

import java.math.BigInteger;
import java.util.Optional;

/// An address of IP version 4 or 6; version 4 inside version 6 (`::ffff:1.2.3.4`) counts as version
/// 4.
///
/// @param bits 32 or 128
public record Address(BigInteger number, int bits) {
  private static final BigInteger MAPPED = BigInteger.valueOf(0xffff);
  private static final BigInteger IPV4_MASK = BigInteger.valueOf(0xffff_ffffL);

  /// Reads an address without a zone: `10.0.0.1` without leading zeros, `2001:db8::1`.
  public static Optional<Address> parse(String text) {
    return parseAsWritten(text)
        .map(address ->
            address.bits == 128 && address.number.shiftRight(32).equals(MAPPED)
                ? new Address(address.number.and(IPV4_MASK), 32)
                : address);
  }

  /// As [#parse], but an address written in the form of version 6 stays one.
  static Optional<Address> parseAsWritten(String text) {
    if (text.length() > 45) {
      return Optional.empty();
    }
    return text.contains(":") ? parse6(text) : parse4(text).map(n -> new Address(n, 32));
  }

  private static Optional<BigInteger> parse4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    long number = 0;
    for (String part : parts) {
      int octet = digits(part, 10, 3);
      if (octet < 0 || octet > 255 || (part.length() > 1 && part.startsWith("0"))) {
        return Optional.empty();
      }
      number = (number << 8) | octet;
    }
    return Optional.of(BigInteger.valueOf(number));
  }

  private static Optional<Address> parse6(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return Optional.empty();
    }
    Group head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
    Group tail = gap < 0 ? Group.NONE : groups(text.substring(gap + 2), true);
    int count = head.count + tail.count;
    if (head.count < 0 || tail.count < 0 || (gap < 0 ? count != 8 : count > 7)) {
      return Optional.empty();
    }
    return Optional.of(
        new Address(head.number.shiftLeft(16 * (8 - head.count)).or(tail.number), 128));
  }

  /// Groups of 16 bits; a negative count when they are none.
  private record Group(BigInteger number, int count) {
    static final Group NONE = new Group(BigInteger.ZERO, 0);
    static final Group WRONG = new Group(BigInteger.ZERO, -100);
  }

  private static Group groups(String text, boolean last) {
    if (text.isEmpty()) {
      return Group.NONE;
    }
    String[] parts = text.split(":", -1);
    var group = Group.NONE;
    for (int i = 0; i < parts.length; i++) {
      if (last && i == parts.length - 1 && parts[i].contains(".")) {
        var embedded = parse4(parts[i]);
        if (embedded.isEmpty()) {
          return Group.WRONG;
        }
        return new Group(group.number.shiftLeft(32).or(embedded.get()), group.count + 2);
      }
      int value = digits(parts[i], 16, 4);
      if (value < 0) {
        return Group.WRONG;
      }
      group = new Group(group.number.shiftLeft(16).or(BigInteger.valueOf(value)), group.count + 1);
    }
    return group;
  }

  private static int digits(String text, int radix, int most) {
    if (text.isEmpty() || text.length() > most) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), radix) : -1;
      if (digit < 0) {
        return -1;
      }
      number = number * radix + digit;
    }
    return number;
  }

  /// The usual text: four numbers, or groups with the longest run of zeros left out.
  @Override
  public String toString() {
    if (bits == 32) {
      long n = number.longValue();
      return (n >> 24) + "." + ((n >> 16) & 255) + "." + ((n >> 8) & 255) + "." + (n & 255);
    }
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = number.shiftRight(16 * (7 - i)).intValue() & 0xffff;
    }
    int start = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        start = i;
        length = end - i;
      }
    }
    var text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        text.append("::");
        i += length - 1;
      } else {
        boolean first = text.isEmpty() || text.charAt(text.length() - 1) == ':';
        text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }
}
