package dev.landwaiter.rego.search;

import org.jspecify.annotations.Nullable;

/// Why a search ends before all alternatives were tried: one success is enough for a rule on the
/// way. Null stands for "go on".
///
/// @param outer the stop of the rule that called, handed on when this one's work is done
/// @param deferred whether the rule it passes must still try its other definitions
record Stop(@Nullable Stop outer, boolean deferred) {
  /// One success was enough for the body that ends here.
  static final Stop FOUND = new Stop(null, false);

  /// What is left of a stop where the rule that asked for it ends.
  static @Nullable Stop ended(@Nullable Stop stop) {
    return stop == null ? null : stop.outer;
  }
}
