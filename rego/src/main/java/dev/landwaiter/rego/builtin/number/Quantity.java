package dev.landwaiter.rego.builtin.number;

import dev.landwaiter.rego.builtin.BuiltinException;
import java.math.BigDecimal;

/// A number and the unit behind it, as they are written.
record Quantity(String number, String unit, Texts texts) {
  /// Digits of an exponent that are taken.
  private static final int EXPONENT = 6;

  /// What is said of each mistake.
  record Texts(String prefix, String none, String noNumber, String spaces) {}

  static Quantity read(String text, Texts texts) throws BuiltinException {
    if (text.indexOf(' ') >= 0) {
      throw failure(texts, texts.spaces());
    }
    int end = endOfNumber(text);
    if (end == 0) {
      throw failure(texts, texts.none());
    }
    return new Quantity(text.substring(0, end), text.substring(end), texts);
  }

  /// An `e` belongs to the number only when a digit or sign follows.
  private static int endOfNumber(String text) {
    int i = 0;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'e' || c == 'E') {
        char next = i + 1 < text.length() ? text.charAt(i + 1) : 'e';
        if (!isDigit(next) && next != '+' && next != '-') {
          return i;
        }
        if (!isDigit(next)) {
          i++;
        }
      } else if (!isDigit(c) && c != '.' && c != '+' && c != '-') {
        return i;
      }
    }
    return i;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// The amount in the unit for which `factor` stands; zero for a unit that nobody knows.
  BigDecimal amount(String unknown, String name, BigDecimal factor) throws BuiltinException {
    if (factor.signum() == 0) {
      throw BuiltinException.failure(unknown + name + " not recognized");
    }
    int mark = Math.max(number.indexOf('e'), number.indexOf('E'));
    if (mark >= 0) {
      int start = mark + 1;
      if (start < number.length() && !isDigit(number.charAt(start))) {
        start++;
      }
      if (number.length() - start > EXPONENT) {
        throw failure(texts, "exponent too large");
      }
    }
    try {
      return new BigDecimal(number).multiply(factor);
    } catch (NumberFormatException e) {
      throw failure(texts, texts.noNumber());
    }
  }

  private static BuiltinException failure(Texts texts, String what) {
    return BuiltinException.failure(texts.prefix() + what);
  }
}
