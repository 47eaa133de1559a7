package dev.landwaiter.report.table;

import java.util.ArrayList;
import java.util.List;

/// Text in columns: its width on a terminal, and its lines when it must not be wider.
final class Cells {
  private Cells() {}

  /// Columns that a text takes: two for wide East Asian characters, none for combining marks.
  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      width += width(c);
      i += Character.charCount(c);
    }
    return width;
  }

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

  /// The lines of a text, broken at spaces where they would be wider than the limit; a word that is
  /// wider by itself is broken with a hyphen.
  ///
  /// @param addresses whether addresses are broken too, which nobody can then follow
  static List<String> wrap(String text, int limit, boolean addresses) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (width(line) <= limit) {
        lines.add(line);
      } else {
        wrapLine(line, limit, addresses, lines);
      }
    }
    return lines;
  }

  private static void wrapLine(String line, int limit, boolean addresses, List<String> lines) {
    var current = new StringBuilder();
    for (String word : line.split(" ", -1)) {
      String rest = word;
      if (!current.isEmpty() && width(current.toString()) + 1 + width(rest) > limit) {
        lines.add(current.toString());
        current.setLength(0);
      }
      while (width(rest) > limit && (addresses || !rest.contains("://"))) {
        int cut = prefix(rest, limit - 1);
        lines.add(rest.substring(0, cut) + "-");
        rest = rest.substring(cut);
      }
      current.append(current.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(current.toString());
  }

  private static int prefix(String text, int limit) {
    int width = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      width += width(c);
      if (width > limit && at > 0) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }
}
