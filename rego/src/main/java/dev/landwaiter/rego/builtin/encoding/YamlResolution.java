package dev.landwaiter.rego.builtin.encoding;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.GoYaml;
import dev.landwaiter.base.value.StringValue;

/// What a text without quotes is read as.
final class YamlResolution {
  private YamlResolution() {}

  /// Whether the text is read as itself: not as null, a boolean, a number, a time.
  static boolean isText(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    boolean digit = first >= '0' && first <= '9';
    if (!digit && "+-.~nNyYtTfFoO".indexOf(first) < 0) {
      return true;
    }
    if (isBase60(text) || isTimestamp(text)) {
      return false;
    }
    if (!text.chars()
        .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "+-._~".indexOf(c) >= 0))) {
      return true;
    }
    try {
      return text.equals("-") || GoYaml.parse(text) instanceof StringValue;
    } catch (FormatException e) {
      return false;
    }
  }

  /// Numbers like `12:30:45`, which old readers took as base 60.
  private static boolean isBase60(String text) {
    int at = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    int colon = text.indexOf(':');
    if (colon <= at || !isDigits(text.substring(at, colon).replace("_", ""))) {
      return false;
    }
    String[] parts = text.substring(colon + 1).split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      int point = part.indexOf('.');
      if (i == parts.length - 1 && point >= 0) {
        if (!part.substring(point + 1).chars().allMatch(c -> c == '_' || isDigit(c))) {
          return false;
        }
        part = part.substring(0, point);
      }
      boolean sixty = part.length() == 2 && part.charAt(0) < '6';
      if (!isDigits(part) || !(part.length() == 1 || sixty)) {
        return false;
      }
    }
    return true;
  }

  /// Dates such as `2020-01-02`, alone or with a time.
  private static boolean isTimestamp(String text) {
    int dash = text.indexOf('-');
    if (dash != 4 || !isDigits(text.substring(0, 4))) {
      return false;
    }
    int month = digitsEnd(text, 5);
    if (month == 5 || month > 7 || !text.startsWith("-", month)) {
      return false;
    }
    int day = digitsEnd(text, month + 1);
    if (day == month + 1 || day > month + 3) {
      return false;
    }
    String rest = text.substring(day);
    return rest.isEmpty()
        ? text.length() == 10
        : "Tt ".indexOf(rest.charAt(0)) >= 0 && isTime(rest.substring(1));
  }

  /// `15:04:05` with a fraction and `Z` or an offset, or without either.
  private static boolean isTime(String text) {
    int hour = digitsEnd(text, 0);
    if (hour < 1 || hour > 2 || text.length() < hour + 6) {
      return false;
    }
    boolean clock =
        text.charAt(hour) == ':'
            && isDigits(text.substring(hour + 1, hour + 3))
            && text.charAt(hour + 3) == ':'
            && isDigits(text.substring(hour + 4, hour + 6));
    int end = hour + 6;
    if (text.startsWith(".", end)) {
      end = digitsEnd(text, end + 1);
    }
    String zone = text.substring(end);
    return clock
        && (zone.isEmpty()
            || zone.equals("Z")
            || (zone.length() == 6
                && "+-".indexOf(zone.charAt(0)) >= 0
                && zone.charAt(3) == ':'
                && isDigits(zone.substring(1, 3) + zone.substring(4))));
  }

  private static int digitsEnd(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(YamlResolution::isDigit);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
