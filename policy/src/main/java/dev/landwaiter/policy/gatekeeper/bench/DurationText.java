package dev.landwaiter.policy.gatekeeper.bench;

import java.math.BigDecimal;
import java.util.OptionalLong;

/// Times as Go writes them: `1m2.5s`, `3.25ms`, `18µs`.
final class DurationText {
  private static final long SECOND = 1_000_000_000;
  private static final String[] UNITS = {"ns", "µs", "us", "ms", "h", "m", "s"};
  private static final long[] SIZES = {
    1, 1_000, 1_000, 1_000_000, 3600 * SECOND, 60 * SECOND, SECOND
  };

  private DurationText() {}

  /// @param nanos not negative
  static String of(long nanos) {
    if (nanos == 0) {
      return "0s";
    }
    if (nanos < 1_000) {
      return nanos + "ns";
    }
    if (nanos < 1_000_000) {
      return decimal(nanos, 3) + "µs";
    }
    if (nanos < SECOND) {
      return decimal(nanos, 6) + "ms";
    }
    long minutes = nanos / (60 * SECOND);
    String seconds = decimal(nanos % (60 * SECOND), 9) + "s";
    if (minutes == 0) {
      return seconds;
    }
    String rest = minutes % 60 + "m" + seconds;
    return minutes < 60 ? rest : minutes / 60 + "h" + rest;
  }

  private static String decimal(long nanos, int places) {
    return nanos == 0
        ? "0"
        : BigDecimal.valueOf(nanos, places).stripTrailingZeros().toPlainString();
  }

  /// The nanoseconds of such a text; empty when it is none.
  static OptionalLong parse(String text) {
    if (text.isEmpty() || text.length() > 64) {
      return OptionalLong.empty();
    }
    try {
      long sum = 0;
      int at = 0;
      while (at < text.length()) {
        int digits = at;
        while (digits < text.length() && "0123456789.".indexOf(text.charAt(digits)) >= 0) {
          digits++;
        }
        int unit = unit(text, digits);
        if (digits == at || unit < 0) {
          return OptionalLong.empty();
        }
        var number = new BigDecimal(text.substring(at, digits));
        sum =
            Math.addExact(
                sum,
                number.multiply(BigDecimal.valueOf(SIZES[unit])).toBigInteger().longValueExact());
        at = digits + UNITS[unit].length();
      }
      return OptionalLong.of(sum);
    } catch (NumberFormatException | ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  private static int unit(String text, int at) {
    for (int i = 0; i < UNITS.length; i++) {
      if (text.startsWith(UNITS[i], at)) {
        return i;
      }
    }
    return -1;
  }
}
