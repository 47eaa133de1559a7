package dev.landwaiter.report.table;

import dev.landwaiter.base.text.TextWidth;
import java.util.ArrayList;
import java.util.List;

/// Text in columns: its lines when it must not be wider.
final class Cells {
  private Cells() {}

  /// The lines of a text, broken at spaces where they would be wider than the limit; a word that is
  /// wider by itself is broken with a hyphen.
  ///
  /// @param addresses whether addresses are broken too, which nobody can then follow
  static List<String> wrap(String text, int limit, boolean addresses) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (TextWidth.of(line) <= limit) {
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
      if (!current.isEmpty() && TextWidth.of(current.toString()) + 1 + TextWidth.of(rest) > limit) {
        lines.add(current.toString());
        current.setLength(0);
      }
      while (TextWidth.of(rest) > limit && (addresses || !rest.contains("://"))) {
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
      width += TextWidth.of(c);
      if (width > limit && at > 0) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }
}
