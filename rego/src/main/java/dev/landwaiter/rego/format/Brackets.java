package dev.landwaiter.rego.format;

import dev.landwaiter.rego.Location;

/// Finds the row on which a bracket closes, in the source of a node.
final class Brackets {
  private static final int NONE = -1;

  private Brackets() {}

  /// The row of the bracket that closes the first `open`; -1 when there is none.
  static int closingRow(char open, char close, Location at) {
    return closingRow(at, 0, open, close);
  }

  /// As [#closingRow(char, char, Location)], but behind a first pair of other brackets.
  static int closingRowAfter(char skipOpen, char skipClose, char open, char close, Location at) {
    int end = end(at.text(), 0, skipOpen, skipClose);
    return end < 0 ? NONE : closingRow(at, end, open, close);
  }

  private static int closingRow(Location at, int from, char open, char close) {
    String text = at.text();
    int end = end(text, from, open, close);
    return end < 0
        ? NONE
        : at.row() + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }

  /// The index behind the closing bracket; brackets in strings and comments do not count.
  private static int end(String text, int from, char open, char close) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == open) {
        depth++;
      } else if (c == close && depth > 0 && --depth == 0) {
        return i + 1;
      } else if (c == '"') {
        i++;
        while (i < text.length() && text.charAt(i) != '"' && text.charAt(i) != '\n') {
          i += text.charAt(i) == '\\' ? 2 : 1;
        }
      } else if (c == '`') {
        int end = text.indexOf('`', i + 1);
        i = end < 0 ? text.length() : end;
      } else if (c == '#') {
        int end = text.indexOf('\n', i);
        i = end < 0 ? text.length() : end;
      }
    }
    return NONE;
  }
}
