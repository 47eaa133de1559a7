package dev.landwaiter.policy.input;

import java.util.Locale;
import java.util.OptionalDouble;

/// Floats as Go's `strconv.ParseFloat` reads them.
public final class GoFloat {
  private final String text;
  private int at;

  private GoFloat(String text) {
    this.text = text;
  }

  /// The float a whole text stands for: digits with a point and an exponent, in hexadecimal with a
  /// binary exponent, with underscores between digits, or an infinity or not-a-number by name.
  /// Empty for other texts and for finite numbers beyond the range.
  public static OptionalDouble parse(String text) {
    String bare = text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text;
    double sign = text.startsWith("-") ? -1 : 1;
    switch (bare.toLowerCase(Locale.ROOT)) {
      case "inf", "infinity" -> {
        return OptionalDouble.of(sign * Double.POSITIVE_INFINITY);
      }
      case "nan" -> {
        return bare.length() == text.length()
            ? OptionalDouble.of(Double.NaN)
            : OptionalDouble.empty();
      }
      default -> {}
    }
    if (!new GoFloat(bare).isNumber()) {
      return OptionalDouble.empty();
    }
    double number = sign * Double.parseDouble(bare.replace("_", ""));
    return Double.isInfinite(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  private boolean isNumber() {
    boolean hex = text.startsWith("0x") || text.startsWith("0X");
    at = hex ? 2 : 0;
    int before = digits(hex, hex);
    int after = 0;
    if (before >= 0 && text.startsWith(".", at)) {
      at++;
      after = digits(hex, false);
    }
    if (before < 0 || after < 0 || before + after == 0) {
      return false;
    }
    char mark = at < text.length() ? Character.toLowerCase(text.charAt(at)) : ' ';
    if (mark == (hex ? 'p' : 'e')) {
      at++;
      at += text.startsWith("+", at) || text.startsWith("-", at) ? 1 : 0;
      return digits(false, false) > 0 && at == text.length();
    }
    return !hex && at == text.length();
  }

  /// Passes digits with underscores between them; how many, or -1 when an underscore is astray.
  private int digits(boolean hex, boolean afterPrefix) {
    int count = 0;
    boolean digit = afterPrefix;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '_') {
        if (!digit) {
          return -1;
        }
        digit = false;
      } else if (c < 128 && Character.digit(c, hex ? 16 : 10) >= 0) {
        digit = true;
        count++;
      } else {
        break;
      }
    }
    return count > 0 && !digit ? -1 : count;
  }
}
