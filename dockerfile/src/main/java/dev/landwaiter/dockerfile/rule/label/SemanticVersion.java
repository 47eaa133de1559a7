package dev.landwaiter.dockerfile.rule.label;

/// A semantic version such as `1.2.3-rc.1+build`.
public final class SemanticVersion {
  private SemanticVersion() {}

  /// Whether it is one; leading zeros may stand anywhere, and there may be nothing behind a dash or
  /// a plus.
  public static boolean valid(String text) {
    int at = 0;
    for (int number = 0; number < 3; number++) {
      if (number > 0) {
        if (at == text.length() || text.charAt(at) != '.') {
          return false;
        }
        at++;
      }
      int start = at;
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        return false;
      }
    }
    int plus = text.indexOf('+', at);
    int end = plus < 0 ? text.length() : plus;
    boolean before = at == end || (text.charAt(at) == '-' && parts(text, at + 1, end));
    return before && (plus < 0 || parts(text, plus + 1, text.length()));
  }

  /// Whether there is nothing, or parts of letters, digits and dashes with a dot between them.
  private static boolean parts(String text, int start, int end) {
    if (start == end) {
      return true;
    }
    boolean empty = true;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (c == '.') {
        if (empty) {
          return false;
        }
        empty = true;
      } else if (isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-') {
        empty = false;
      } else {
        return false;
      }
    }
    return !empty;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
