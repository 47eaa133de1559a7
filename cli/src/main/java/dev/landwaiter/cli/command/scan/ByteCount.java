package dev.landwaiter.cli.command.scan;

import dev.landwaiter.cli.flag.UsageException;
import java.math.BigDecimal;
import java.util.Locale;

/// Sizes as people write them: a number and B, KB, MB, GB or TB, in powers of 1000.
final class ByteCount {
  private ByteCount() {}

  static long parse(String text) throws UsageException {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    int end = 0;
    while (end < upper.length()
        && (Character.isDigit(upper.charAt(end)) || upper.charAt(end) == '.')) {
      end++;
    }
    String unit = upper.substring(end).strip();
    long factor =
        switch (unit) {
          case "", "B" -> 1L;
          case "KB", "K" -> 1_000L;
          case "MB", "M" -> 1_000_000L;
          case "GB", "G" -> 1_000_000_000L;
          case "TB", "T" -> 1_000_000_000_000L;
          default -> 0L;
        };
    try {
      if (factor > 0 && end > 0) {
        return new BigDecimal(upper.substring(0, end))
            .multiply(BigDecimal.valueOf(factor))
            .longValue();
      }
    } catch (NumberFormatException e) {
      throw wrong(text);
    }
    throw wrong(text);
  }

  private static UsageException wrong(String text) {
    return new UsageException("\"" + text + "\" is no size such as 500MB");
  }
}
