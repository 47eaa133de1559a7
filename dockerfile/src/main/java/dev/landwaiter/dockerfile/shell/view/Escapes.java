package dev.landwaiter.dockerfile.shell.view;

/// The escapes of `$'...'`.
final class Escapes {
  private Escapes() {}

  static String decoded(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    var decoded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        decoded.append(c);
        continue;
      }
      char next = text.charAt(++i);
      switch (next) {
        case 'n' -> decoded.append('\n');
        case 't' -> decoded.append('\t');
        case 'r' -> decoded.append('\r');
        case 'a' -> decoded.append('\u0007');
        case 'b' -> decoded.append('\b');
        case 'e', 'E' -> decoded.append('\u001b');
        case 'f' -> decoded.append('\f');
        case 'v' -> decoded.append('\u000b');
        case 'x', 'u', 'U' ->
            i = number(text, i + 1, 16, next == 'x' ? 2 : next == 'u' ? 4 : 8, decoded);
        case '0', '1', '2', '3', '4', '5', '6', '7' -> i = number(text, i, 8, 3, decoded);
        default -> {
          if ("\\'\"?".indexOf(next) < 0) {
            decoded.append('\\');
          }
          decoded.append(next);
        }
      }
    }
    return decoded.toString();
  }

  /// Reads the digits of a character, and says where the last one stands.
  private static int number(String text, int from, int base, int most, StringBuilder decoded) {
    int at = from;
    int code = 0;
    while (at < text.length() && at < from + most && Character.digit(text.charAt(at), base) >= 0) {
      code = code * base + Character.digit(text.charAt(at), base);
      at++;
    }
    if (Character.isValidCodePoint(code)) {
      decoded.appendCodePoint(code);
    }
    return at - 1;
  }
}
