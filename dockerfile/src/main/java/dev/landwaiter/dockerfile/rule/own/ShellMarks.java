package dev.landwaiter.dockerfile.rule.own;

/// Goes through shell text and tells what stands outside quotes.
final class ShellMarks {
  private ShellMarks() {}

  /// Where a comment begins, or -1: a `#` at the start of a word and outside quotes.
  static int comment(String text, int from) {
    return find(text, from, true, -1);
  }

  /// Whether the character at this offset stands outside quotes.
  static boolean isBare(String text, int offset) {
    return find(text, 0, false, offset) == offset;
  }

  private static int find(String text, int from, boolean comments, int wanted) {
    char quote = 0;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (at == wanted && quote == 0) {
        return at;
      }
      if (quote == 0 && (c == '"' || c == '\'' || c == '`')) {
        // Substitutions in back-ticks are left out as a whole.
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else if (c == '\\' && quote != '\'') {
        at++;
      } else if (comments && quote == 0 && c == '#' && startsWord(text, at)) {
        return at;
      }
    }
    return -1;
  }

  private static boolean startsWord(String text, int at) {
    return at > 0 && " \t\n;&|()".indexOf(text.charAt(at - 1)) >= 0;
  }
}
