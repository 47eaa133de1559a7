package dev.landwaiter.rego.builtin.crypto;

import java.util.ArrayList;
import java.util.List;

/// IP addresses as text (RFC 5952); those of IPv4 written in IPv6 as IPv4.
final class IpText {
  private IpText() {}

  static String of(byte[] address) {
    byte[] four = unmapped(address);
    if (four.length == 4) {
      List<String> parts = new ArrayList<>();
      for (byte b : four) {
        parts.add(Integer.toString(b & 0xff));
      }
      return String.join(".", parts);
    }
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = ((address[2 * i] & 0xff) << 8) | (address[2 * i + 1] & 0xff);
    }
    int start = -1;
    int length = 1;
    for (int i = 0; i < 8; i++) {
      int run = i;
      while (run < 8 && groups[run] == 0) {
        run++;
      }
      if (run - i > length) {
        start = i;
        length = run - i;
      }
    }
    var text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        text.append("::");
        i += length - 1;
      } else {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
          text.append(':');
        }
        text.append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }

  /// An IPv4 address in four bytes, whichever form it came in.
  static byte[] unmapped(byte[] address) {
    if (address.length != 16) {
      return address;
    }
    for (int i = 0; i < 12; i++) {
      if (address[i] != (i < 10 ? 0 : -1)) {
        return address;
      }
    }
    return java.util.Arrays.copyOfRange(address, 12, 16);
  }
}
