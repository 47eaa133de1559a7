package dev.landwaiter.rego.builtin.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.encoding.PercentText;
import dev.landwaiter.rego.syntax.ValueText;
import java.util.HexFormat;

/// The part of a URI between `//` and the path: user, host, port.
final class UriHost {
  private static final String IN_USER = "-._:~!$&'()*+,;=%@";
  private static final String IN_HOST = "!$&'()*+,;=:[]<>\"-_.~";

  private UriHost() {}

  /// Host and port; the user is checked and left out.
  static String authority(String scheme, String written) throws BuiltinException {
    int at = written.lastIndexOf('@');
    String host = host(scheme, written.substring(at + 1));
    if (at >= 0) {
      String user = written.substring(0, at);
      if (!user.chars().allMatch(c -> PercentText.isAlphanumeric(c) || IN_USER.indexOf(c) >= 0)) {
        throw BuiltinException.failure("net/url: invalid userinfo");
      }
      var _ = PercentText.decode(user);
    }
    return host;
  }

  private static String host(String scheme, String written) throws BuiltinException {
    if (written.lastIndexOf('[') > 0) {
      throw BuiltinException.failure("invalid IP-literal");
    }
    if (written.startsWith("[")) {
      int end = written.lastIndexOf(']');
      if (end < 0) {
        throw BuiltinException.failure("missing ']' in host");
      }
      checkPort(written.substring(end + 1));
      String inside = written.substring(1, end);
      int zone = inside.indexOf("%25");
      String name =
          zone < 0
              ? decode(inside, false)
              : decode(inside.substring(0, zone), false) + decode(inside.substring(zone), true);
      checkLiteral(name);
      return "[" + name + "]" + written.substring(end + 1);
    }
    boolean strict = scheme.equals("http") || scheme.equals("https");
    int colon = strict ? written.indexOf(':') : written.lastIndexOf(':');
    if (colon >= 0) {
      checkPort(written.substring(colon));
    }
    return decode(written, false);
  }

  /// Between brackets only an address of IP version 6 may stand, with a zone or without.
  private static void checkLiteral(String name) throws BuiltinException {
    String wrong = AddressMistake.of(name);
    if (!wrong.isEmpty()) {
      throw BuiltinException.failure(
          "invalid host: ParseAddr(" + ValueText.quoted(name) + "): " + wrong);
    }
    if (!name.contains(":")) {
      throw BuiltinException.failure("invalid IP-literal");
    }
  }

  private static void checkPort(String port) throws BuiltinException {
    if (!isPort(port)) {
      throw BuiltinException.failure("invalid port " + ValueText.quoted(port) + " after host");
    }
  }

  /// Whether a text is empty, or a colon with digits or without.
  static boolean isPort(String text) {
    return text.isEmpty()
        || (text.charAt(0) == ':' && text.substring(1).chars().allMatch(c -> c >= '0' && c <= '9'));
  }

  /// In a host only bytes beyond ASCII may be encoded, in a zone of IP version 6 also what need not
  /// be.
  private static String decode(String text, boolean zone) throws BuiltinException {
    byte[] bytes = text.getBytes(UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '%') {
        if (!PercentText.isEscape(bytes, i)) {
          throw wrongEscape(bytes, i);
        }
        int value = HexFormat.fromHexDigits(new String(bytes, i + 1, 2, UTF_8));
        boolean allowed =
            value == '%' || (zone ? value == ' ' || isHostByte(value) : value >= 0x80);
        if (!allowed) {
          throw wrongEscape(bytes, i);
        }
        i += 2;
      } else if (bytes[i] >= 0 && !isHostByte(bytes[i])) {
        throw BuiltinException.failure(
            "invalid character "
                + ValueText.quoted(Character.toString(bytes[i]))
                + " in host name");
      }
    }
    return PercentText.decode(text);
  }

  private static boolean isHostByte(int c) {
    return PercentText.isAlphanumeric(c) || IN_HOST.indexOf(c) >= 0;
  }

  private static BuiltinException wrongEscape(byte[] bytes, int at) {
    return BuiltinException.failure("invalid URL escape " + PercentText.wrongEscape(bytes, at));
  }
}
