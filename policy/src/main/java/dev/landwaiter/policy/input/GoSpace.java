package dev.landwaiter.policy.input;

/// White space as Go's `unicode.IsSpace` has it, and texts without it around them.
public final class GoSpace {
  private GoSpace() {}

  public static boolean is(char c) {
    return switch (c) {
      case '\t', '\n', '\u000b', '\f', '\r', ' ', '\u0085', '\u00a0' -> true;
      case '\u1680', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000' -> true;
      default -> c >= '\u2000' && c <= '\u200a';
    };
  }

  /// The first place from `start` on, and before `end`, that is no white space; else `end`.
  public static int skip(CharSequence text, int start, int end) {
    int at = start;
    while (at < end && is(text.charAt(at))) {
      at++;
    }
    return at;
  }

  public static String trim(String text) {
    int start = skip(text, 0, text.length());
    int end = text.length();
    while (end > start && is(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}
