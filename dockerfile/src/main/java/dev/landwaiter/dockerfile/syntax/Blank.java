package dev.landwaiter.dockerfile.syntax;

/// What the builder takes for white space: two sets, for two purposes.
public final class Blank {
  private Blank() {}

  /// Whether Unicode says it is white space: what is trimmed, and what ends words and flags.
  public static boolean isSpace(char c) {
    return c < 0x80
        ? c == ' ' || (c >= '\t' && c <= '\r')
        : c == 0x85 || c == 0xA0 || (c >= 0x1680 && isFarSpace(c));
  }

  private static boolean isFarSpace(char c) {
    return c == 0x1680
        || (c >= 0x2000 && c <= 0x200A)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }

  /// Whether it separates an instruction from its arguments and the words of a list.
  public static boolean separates(char c) {
    return c == ' ' || c == '\t' || (c >= 0x0B && c <= '\r');
  }

  /// The text without white space at both ends.
  public static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}
