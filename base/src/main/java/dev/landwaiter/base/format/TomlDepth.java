package dev.landwaiter.base.format;

/// Looks at the brackets of TOML before its parser does, which takes time with the square of what
/// is nested.
final class TomlDepth {
  private TomlDepth() {}

  /// Where brackets nest deeper than a limit, or -1.
  static int beyond(String text, int limit) {
    int depth = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '#' -> at = lineEnd(text, at);
        case '"', '\'' -> at = stringEnd(text, at, c);
        case '[', '{' -> {
          depth++;
          if (depth > limit) {
            return at;
          }
          at++;
        }
        case ']', '}' -> {
          depth = Math.max(0, depth - 1);
          at++;
        }
        default -> at++;
      }
    }
    return -1;
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /// Behind the string that begins at a place, or behind the line where it does not end.
  private static int stringEnd(String text, int start, char quote) {
    String triple = String.valueOf(quote).repeat(3);
    boolean lines = text.startsWith(triple, start);
    int at = start + (lines ? 3 : 1);
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && quote == '"') {
        at += 2;
      } else if (lines ? text.startsWith(triple, at) : c == quote) {
        return at + (lines ? 3 : 1);
      } else if (c == '\n' && !lines) {
        return at;
      } else {
        at++;
      }
    }
    return text.length();
  }
}
