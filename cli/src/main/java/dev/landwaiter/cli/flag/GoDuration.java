package dev.landwaiter.cli.flag;

import java.time.Duration;
import java.util.Optional;

/// Durations as Go writes them: a sum of numbers with the units `ns us ms s m h`, at most 63 bits
/// of nanoseconds.
final class GoDuration {
  /// What 63 bits of nanoseconds hold.
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private GoDuration() {}

  static Optional<Duration> parse(String text) {
    if (text.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    Duration sum = Duration.ZERO;
    int at = 0;
    if (text.isEmpty() || text.length() > 64) {
      return Optional.empty();
    }
    while (at < text.length()) {
      int unit = at;
      while (unit < text.length()
          && (Character.isDigit(text.charAt(unit)) || text.charAt(unit) == '.')) {
        unit++;
      }
      int next = unit;
      while (next < text.length() && Character.isLetter(text.charAt(next))) {
        next++;
      }
      long nanos = nanos(text.substring(unit, next));
      if (unit == at || nanos == 0) {
        return Optional.empty();
      }
      try {
        sum = sum.plusNanos(product(text.substring(at, unit), nanos));
      } catch (NumberFormatException | ArithmeticException e) {
        return Optional.empty();
      }
      at = next;
    }
    return sum.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(sum);
  }

  /// A decimal number of units in nanoseconds, cut off below one.
  ///
  /// Big decimals would do, but their class takes a tenth of a short run to set up.
  private static long product(String number, long nanos) {
    int dot = number.indexOf('.');
    String whole = dot < 0 ? number : number.substring(0, dot);
    String fraction = dot < 0 ? "" : number.substring(dot + 1);
    if ((whole + fraction).isEmpty() || fraction.indexOf('.') >= 0) {
      throw new NumberFormatException(number);
    }
    long product = whole.isEmpty() ? 0 : Math.multiplyExact(Long.parseLong(whole), nanos);
    long rest = 0;
    for (int i = fraction.length() - 1; i >= 0; i--) {
      // Cutting off at each digit leaves the same as cutting off once.
      rest = (Character.digit(fraction.charAt(i), 10) * nanos + rest) / 10;
    }
    return Math.addExact(product, rest);
  }

  private static long nanos(String unit) {
    return switch (unit) {
      case "ns" -> 1L;
      case "us", "µs" -> 1_000L;
      case "ms" -> 1_000_000L;
      case "s" -> 1_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      default -> 0L;
    };
  }
}
