package dev.landwaiter.dockerfile.rule.label;

/// An absolute URI by RFC 3986.
public final class Url {
  private Url() {}

  /// Whether it has a scheme and only characters that may stand where they stand.
  public static boolean valid(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || !scheme(text, colon)) {
      return false;
    }
    int hash = text.indexOf('#', colon);
    int end = hash < 0 ? text.length() : hash;
    int question = text.indexOf('?', colon);
    int path = question < 0 || question > end ? end : question;
    int start = colon + 1;
    if (text.startsWith("//", start) && start + 2 <= path) {
      int slash = text.indexOf('/', start + 2);
      int host = slash < 0 || slash > path ? path : slash;
      if (!authority(text.substring(start + 2, host))) {
        return false;
      }
      start = host;
    }
    return all(text, start, path, ":@/")
        && all(text, Math.min(path + 1, end), end, ":@/?")
        && all(text, Math.min(end + 1, text.length()), text.length(), ":@/?");
  }

  private static boolean scheme(String text, int end) {
    for (int at = 0; at < end; at++) {
      char c = text.charAt(at);
      if (!isLetter(c) && (at == 0 || (!isDigit(c) && c != '+' && c != '-' && c != '.'))) {
        return false;
      }
    }
    return true;
  }

  /// `[user@]host[:port]`.
  private static boolean authority(String text) {
    int at = text.indexOf('@');
    if (!all(text, 0, Math.max(at, 0), ":")) {
      return false;
    }
    String host = text.substring(at + 1);
    int colon = host.indexOf(':', Math.max(host.indexOf(']'), 0));
    String port = colon < 0 ? "" : host.substring(colon + 1);
    host = colon < 0 ? host : host.substring(0, colon);
    if (!port.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    return host.startsWith("[")
        ? host.endsWith("]") && address(host.substring(1, host.length() - 1))
        : all(host, 0, host.length(), "");
  }

  /// An address of IPv6 or a later one, its characters only.
  private static boolean address(String text) {
    if (text.startsWith("v") || text.startsWith("V")) {
      return text.indexOf('.') > 1 && all(text, 1, text.length(), ":");
    }
    return text.indexOf(':') != text.lastIndexOf(':')
        && !text.contains(":::")
        && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == ':' || c == '.');
  }

  /// Whether a part has only plain characters, `%` with two digits, and these ones.
  private static boolean all(String text, int start, int end, String more) {
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c == '%') {
        if (at + 2 >= end || !isHex(text.charAt(at + 1)) || !isHex(text.charAt(at + 2))) {
          return false;
        }
        at += 2;
      } else if (!isLetter(c)
          && !isDigit(c)
          && "-._~!$&'()*+,;=".indexOf(c) < 0
          && more.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(char c) {
    return c < 128 && Character.digit(c, 16) >= 0;
  }
}
