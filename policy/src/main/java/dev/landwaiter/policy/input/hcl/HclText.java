package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.base.format.FormatException;
import java.text.Normalizer;

/// The texts of HCL's native syntax.
final class HclText {
  private HclText() {}

  /// Reads a quoted text in which no templates are allowed, such as a label.
  static String quoted(HclCursor cursor) throws FormatException {
    cursor.at++;
    var text = new StringBuilder();
    while (cursor.peek(0) != '"') {
      if (cursor.isEnd() || cursor.isLineBreak()) {
        throw cursor.source.wrong(cursor.at, "a text without its closing quote", "");
      }
      if (isTemplate(cursor)) {
        throw cursor.source.wrong(cursor.at, "no template can stand in this text", "");
      }
      character(cursor, text, true);
    }
    cursor.at++;
    return normal(text);
  }

  static boolean isTemplate(HclCursor cursor) {
    return (cursor.peek(0) == '$' || cursor.peek(0) == '%') && cursor.peek(1) == '{';
  }

  /// Passes one character that stands for itself, or an escape sequence.
  ///
  /// @param quoted whether backslashes escape
  static void character(HclCursor cursor, StringBuilder text, boolean quoted)
      throws FormatException {
    char c = cursor.peek(0);
    if ((c == '$' || c == '%') && cursor.peek(1) == c && cursor.peek(2) == '{') {
      text.append(c).append('{');
      cursor.at += 3;
    } else if (c == '\\' && quoted) {
      escape(cursor, text);
    } else {
      text.append(c);
      cursor.at++;
    }
  }

  private static void escape(HclCursor cursor, StringBuilder text) throws FormatException {
    char kind = cursor.peek(1);
    int length = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (length > 0) {
      text.appendCodePoint(codePoint(cursor, length));
      cursor.at += 2 + length;
      return;
    }
    switch (kind) {
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case '"' -> text.append('"');
      case '\\' -> text.append('\\');
      default ->
          throw cursor.source.wrong(
              cursor.at,
              "an unknown escape sequence",
              "write \\\\ for a backslash; known are \\n \\r \\t \\\" \\\\ \\uNNNN \\UNNNNNNNN");
    }
    cursor.at += 2;
  }

  private static int codePoint(HclCursor cursor, int length) throws FormatException {
    int point = 0;
    for (int i = 0; i < length; i++) {
      int digit = Character.digit(cursor.peek(2 + i), 16);
      if (digit < 0 || cursor.peek(2 + i) > 'f') {
        throw cursor.source.wrong(
            cursor.at, "an escape sequence needs " + length + " hexadecimal digits", "");
      }
      point = point > 0x10ffff ? point : (point << 4) | digit;
    }
    boolean isScalar =
        point <= Character.MAX_CODE_POINT
            && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    return isScalar ? point : 0xfffd;
  }

  /// The text in the normal form C, as HCL keeps all its texts.
  static String normal(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text.toString();
  }

  /// The text with the openings of templates doubled.
  static String escaped(String text) {
    return text.contains("${") || text.contains("%{")
        ? text.replace("${", "$${").replace("%{", "%%{")
        : text;
  }
}
