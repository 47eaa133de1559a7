package dev.landwaiter.dockerfile.advice;

import java.util.Locale;

/// Whether a base would do.
public enum Fit {
  FITS,
  WITH_CHANGES,
  BLOCKED;

  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
