package dev.landwaiter.dockerfile;

import java.util.Locale;

/// How bad a finding is, the worst first.
public enum Level {
  ERROR,
  WARNING,
  INFO,
  STYLE,
  /// Not shown until somebody gives it another level.
  IGNORE;

  /// As configuration and reports write it, for instance `warning`.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean atLeast(Level other) {
    return compareTo(other) <= 0;
  }
}
