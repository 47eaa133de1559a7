package dev.landwaiter.base.finding;

import java.util.Locale;
import java.util.Optional;

/// How bad a finding is, from nothing known to worst.
public enum Severity {
  UNKNOWN(0),
  LOW(1),
  MEDIUM(2),
  HIGH(3),
  CRITICAL(4);

  private final int number;

  Severity(int number) {
    this.number = number;
  }

  /// The number that databases store, from 0.
  public int number() {
    return number;
  }

  /// The severity with the number, UNKNOWN for numbers outside 0 to 4.
  public static Severity of(long number) {
    return number >= 0 && number <= 4 ? values()[(int) number] : UNKNOWN;
  }

  /// The severity of this name in any case.
  public static Optional<Severity> named(String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    for (Severity severity : values()) {
      if (severity.name().equals(wanted)) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}
