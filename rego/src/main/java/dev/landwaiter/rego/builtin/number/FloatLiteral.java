package dev.landwaiter.rego.builtin.number;

import dev.landwaiter.base.value.NumberValue;
import java.math.BigDecimal;
import java.util.Optional;

/// A number as Go's floating-point literals are written: a sign, decimal or hexadecimal digits with
/// a point, an exponent, underscores between digits.
record FloatLiteral(String text, boolean isHexadecimal) {
  /// Reads a literal, or nothing when the text is none.
  static Optional<FloatLiteral> parse(String text) {
    int at = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    boolean hexadecimal = text.startsWith("0x", at) || text.startsWith("0X", at);
    if (hexadecimal) {
      at += 2;
    }
    boolean digits = false;
    boolean point = false;
    boolean underscores = false;
    int end = at;
    for (; end < text.length(); end++) {
      char c = text.charAt(end);
      if (c == '_') {
        underscores = true;
      } else if (c == '.' && !point) {
        point = true;
      } else if (hexadecimal ? isHex(c) : isDigit(c)) {
        digits = true;
      } else {
        break;
      }
    }
    if (!digits) {
      return Optional.empty();
    }
    if (end < text.length()) {
      char mark = text.charAt(end);
      if (hexadecimal ? mark != 'p' && mark != 'P' : mark != 'e' && mark != 'E') {
        return Optional.empty();
      }
      int start = end + 1;
      if (start < text.length() && (text.charAt(start) == '+' || text.charAt(start) == '-')) {
        start++;
      }
      if (start == text.length() || !isDigit(text.charAt(start))) {
        return Optional.empty();
      }
      for (; start < text.length(); start++) {
        underscores |= text.charAt(start) == '_';
        if (!isDigit(text.charAt(start)) && text.charAt(start) != '_') {
          return Optional.empty();
        }
      }
    } else if (hexadecimal) {
      return Optional.empty();
    }
    if (underscores && !areWellPlaced(text, at, hexadecimal)) {
      return Optional.empty();
    }
    return Optional.of(new FloatLiteral(text.replace("_", ""), hexadecimal));
  }

  /// Whether each underscore stands between digits; one may follow the prefix `0x`.
  private static boolean areWellPlaced(String text, int start, boolean hexadecimal) {
    char before = hexadecimal ? '0' : '^';
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = hexadecimal ? isHex(c) : isDigit(c);
      if (c == '_' ? before != '0' : !digit && before == '_') {
        return false;
      }
      before = c == '_' ? '_' : digit ? '0' : '!';
    }
    return before != '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  /// Whether a double cannot hold the number.
  boolean isTooGreat() {
    return Double.isInfinite(Double.parseDouble(text));
  }

  /// The number, with its text unless JSON would not take that.
  NumberValue number() {
    if (isHexadecimal) {
      return NumberValue.of(plain(new BigDecimal(Double.parseDouble(text))));
    }
    try {
      return NumberValue.of(isJson() ? text : normal());
    } catch (NumberFormatException e) {
      // An exponent beyond all bounds; what is not too great is nothing then.
      return NumberValue.of(0);
    }
  }

  private String normal() {
    boolean negative = text.startsWith("-");
    String rest = negative || text.startsWith("+") ? text.substring(1) : text;
    int mark = Math.max(rest.indexOf('e'), rest.indexOf('E'));
    String mantissa = mark < 0 ? rest : rest.substring(0, mark);
    String exponent = mark < 0 ? "" : rest.substring(mark);
    int point = mantissa.indexOf('.');
    String whole = point < 0 ? mantissa : mantissa.substring(0, point);
    int zeros = 0;
    while (zeros < whole.length() && whole.charAt(zeros) == '0') {
      zeros++;
    }
    whole = whole.substring(zeros);
    String fraction = point < 0 ? "" : mantissa.substring(point + 1);
    return (negative ? "-" : "")
        + (whole.isEmpty() ? "0" : whole)
        + (fraction.isEmpty() ? "" : "." + fraction)
        + exponent;
  }

  private static String plain(BigDecimal decimal) {
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }

  private boolean isJson() {
    int at = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    return at < text.length()
        && isDigit(text.charAt(at))
        && (text.charAt(at) != '0' || at + 1 == text.length() || !isDigit(text.charAt(at + 1)))
        && (point < 0 || (point + 1 < text.length() && isDigit(text.charAt(point + 1))));
  }
}
