package dev.landwaiter.base.printf;

import dev.landwaiter.base.text.GoString;

/// Texts and characters quoted as Go does.
final class GoQuote {
  private GoQuote() {}

  /// In double quotes; with `ascii`, all beyond ASCII is escaped.
  static String text(String text, boolean ascii) {
    String quoted = GoString.quoted(text);
    return ascii ? ascii(quoted) : quoted;
  }

  /// In single quotes.
  static String character(int point, boolean ascii) {
    String body;
    if (point == '\'') {
      body = "\\'";
    } else if (point == '"') {
      body = "\"";
    } else {
      String quoted = GoString.quoted(Character.toString(point));
      body = quoted.substring(1, quoted.length() - 1);
    }
    return "'" + (ascii ? ascii(body) : body) + "'";
  }

  private static String ascii(String quoted) {
    var out = new StringBuilder();
    quoted
        .codePoints()
        .forEach(point -> {
          if (point < 0x80) {
            out.append((char) point);
          } else {
            String hex = Integer.toHexString(point);
            out.append(point < 0x10000 ? "\\u" : "\\U")
                .repeat('0', (point < 0x10000 ? 4 : 8) - hex.length())
                .append(hex);
          }
        });
    return out.toString();
  }

  /// Whether a text can stand in raw quotes.
  static boolean canBeRaw(String text) {
    return text.chars()
        .noneMatch(c -> (c < ' ' && c != '\t') || c == '`' || c == 0x7f || c == 0xfeff);
  }
}
