package dev.landwaiter.dockerfile.output.own;

import dev.landwaiter.base.text.TextWidth;

/// Lays text out for a terminal.
final class Columns {
  private static final int TAB = 4;

  private Columns() {}

  /// The text with tabs as blanks, so that what stands below it fits.
  static String untabbed(String text) {
    if (text.indexOf('\t') < 0) {
      return text;
    }
    var shown = new StringBuilder();
    int column = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int blanks = TAB - column % TAB;
      if (c == '\t') {
        shown.repeat(' ', blanks);
      } else {
        shown.appendCodePoint(c);
      }
      column += c == '\t' ? blanks : TextWidth.of(c);
      i += Character.charCount(c);
    }
    return shown.toString();
  }

  /// How many chars from `start` on fit into so many columns.
  static int fitting(String text, int start, int columns) {
    int left = columns;
    int at = start;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      left -= TextWidth.of(c);
      if (left < 0) {
        break;
      }
      at += Character.charCount(c);
    }
    return at - start;
  }
}
