package dev.landwaiter.dockerfile.rule.label;

import java.time.YearMonth;

/// A time such as `2024-05-06T07:08:09Z`.
public final class Rfc3339 {
  private final String text;
  private int at;

  private Rfc3339(String text) {
    this.text = text;
  }

  /// Whether it is a time by RFC 3339; blanks may stand around, the year may be longer, the zone
  /// may go without its colon and a fraction without digits.
  public static boolean valid(String text) {
    return new Rfc3339(text.strip()).time();
  }

  private boolean time() {
    int year = year();
    if (year < 0 || !skip("-")) {
      return false;
    }
    int month = two(12);
    if (month < 1 || !skip("-")) {
      return false;
    }
    int day = two(YearMonth.of(year, month).lengthOfMonth());
    return day >= 1
        && skip("Tt")
        && two(23) >= 0
        && skip(":")
        && two(59) >= 0
        && skip(":")
        && two(60) >= 0
        && fraction()
        && zone()
        && at == text.length();
  }

  /// Four digits or more; of a very long year only the last ones are looked at.
  private int year() {
    int start = at;
    int year = 0;
    while (at < text.length() && isDigit(text.charAt(at))) {
      year = (year * 10 + text.charAt(at) - '0') % 100_000_000;
      at++;
    }
    return at - start < 4 ? -1 : year;
  }

  /// The number of two digits, or -1 where there are none or it is larger.
  private int two(int most) {
    if (at + 2 > text.length() || !isDigit(text.charAt(at)) || !isDigit(text.charAt(at + 1))) {
      return -1;
    }
    int number = (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    at += 2;
    return number <= most ? number : -1;
  }

  private boolean fraction() {
    if (skip(".")) {
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
    }
    return true;
  }

  private boolean zone() {
    if (skip("Zz")) {
      return true;
    }
    if (!skip("+-") || two(99) < 0) {
      return false;
    }
    if (at < text.length() && text.charAt(at) == ':') {
      at++;
    }
    return two(99) >= 0;
  }

  private boolean skip(String any) {
    if (at < text.length() && any.indexOf(text.charAt(at)) >= 0) {
      at++;
      return true;
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
