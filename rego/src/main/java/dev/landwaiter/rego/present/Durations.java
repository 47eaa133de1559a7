package dev.landwaiter.rego.present;

import java.math.BigDecimal;

/// Durations in the unit that fits them best: `512ns`, `1.234567ms`, `2.5s`.
public final class Durations {
  private Durations() {}

  public static String text(long nanos) {
    if (nanos < 1_000) {
      return nanos + "ns";
    }
    if (nanos < 1_000_000) {
      return decimal(nanos, 3) + "µs";
    }
    return nanos < 1_000_000_000 ? decimal(nanos, 6) + "ms" : decimal(nanos, 9) + "s";
  }

  private static String decimal(long nanos, int places) {
    return BigDecimal.valueOf(nanos, places).stripTrailingZeros().toPlainString();
  }
}
