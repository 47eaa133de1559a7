package dev.landwaiter.base.finding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the vendor says of a vulnerability in a package; the ordinal is the number databases store.
public enum Status {
  UNKNOWN,
  NOT_AFFECTED,
  AFFECTED,
  FIXED,
  UNDER_INVESTIGATION,
  WILL_NOT_FIX,
  FIX_DEFERRED,
  END_OF_LIFE;

  /// The number that databases store, from 0.
  public int number() {
    return List.of(values()).indexOf(this);
  }

  public static Status of(long number) {
    return number >= 0 && number < values().length ? values()[(int) number] : UNKNOWN;
  }

  public static Optional<Status> named(String word) {
    for (Status status : values()) {
      if (status.word().equals(word)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  /// The word of reports, such as `will_not_fix`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
