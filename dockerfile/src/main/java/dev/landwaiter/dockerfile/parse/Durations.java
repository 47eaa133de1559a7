package dev.landwaiter.dockerfile.parse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// Durations such as `1m30s`: a sign, then numbers with units.
final class Durations {
  /// Longer texts are no duration.
  private static final int LONGEST = 200;

  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private Durations() {}

  /// In nanoseconds, cut off; nothing for another text or more than 63 bits.
  static Optional<Long> nanoseconds(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    String rest = text.substring(at);
    if (rest.equals("0")) {
      return Optional.of(0L);
    }
    if (rest.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    while (at < text.length()) {
      int number = at;
      at = digits(text, at);
      int whole = at - number;
      int fraction = 0;
      if (at < text.length() && text.charAt(at) == '.') {
        int from = at + 1;
        at = digits(text, from);
        fraction = at - from;
      }
      if (whole + fraction == 0) {
        return Optional.empty();
      }
      int unit = at;
      while (at < text.length() && text.charAt(at) != '.' && !isDigit(text.charAt(at))) {
        at++;
      }
      long scale = unit(text.substring(unit, at));
      if (scale == 0) {
        return Optional.empty();
      }
      // A zero in front stands for missing digits there; a point at the end is fine as it is.
      BigDecimal value = new BigDecimal("0" + text.substring(number, unit));
      sum = sum.add(value.multiply(BigDecimal.valueOf(scale)).setScale(0, RoundingMode.DOWN));
      if (sum.compareTo(MOST) > 0) {
        return Optional.empty();
      }
    }
    long nanoseconds = sum.longValue();
    return Optional.of(text.startsWith("-") ? -nanoseconds : nanoseconds);
  }

  private static int digits(String text, int start) {
    int at = start;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Nanoseconds of a unit, or 0.
  private static long unit(String name) {
    return switch (name) {
      case "ns" -> 1;
      case "us", "\u00b5s", "\u03bcs" -> 1_000;
      case "ms" -> 1_000_000;
      case "s" -> 1_000_000_000;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      default -> 0;
    };
  }
}
