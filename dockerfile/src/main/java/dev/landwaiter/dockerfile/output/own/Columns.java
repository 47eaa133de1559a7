package dev.landwaiter.dockerfile.output.own;

/// How wide text is on a terminal.
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
      column += c == '\t' ? blanks : width(c);
      i += Character.charCount(c);
    }
    return shown.toString();
  }

  /// The columns that a text takes.
  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      width += width(c);
      i += Character.charCount(c);
    }
    return width;
  }

  /// Two columns for wide East Asian characters and pictures, none for combining marks.
  private static int width(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        (c >= 0x1100 && c <= 0x115f)
            || (c >= 0x2e80 && c <= 0xa4cf)
            || (c >= 0xac00 && c <= 0xd7a3)
            || (c >= 0xf900 && c <= 0xfaff)
            || (c >= 0xfe30 && c <= 0xfe6f)
            || (c >= 0xff00 && c <= 0xff60)
            || (c >= 0x1f300 && c <= 0x1faff)
            || (c >= 0x20000 && c <= 0x3fffd);
    return wide ? 2 : 1;
  }

  /// How many chars from `start` on fit into so many columns.
  static int fitting(String text, int start, int columns) {
    int left = columns;
    int at = start;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      left -= width(c);
      if (left < 0) {
        break;
      }
      at += Character.charCount(c);
    }
    return at - start;
  }
}
