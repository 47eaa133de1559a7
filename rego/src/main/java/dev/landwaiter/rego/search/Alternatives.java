package dev.landwaiter.rego.search;

import org.jspecify.annotations.Nullable;

/// Gathers what alternatives said: a deferred stop lets the others be tried first.
final class Alternatives {
  private @Nullable Stop deferred;

  /// Whether no more alternatives are to be tried.
  boolean ends(@Nullable Stop stop) {
    if (stop == null) {
      return false;
    }
    if (!stop.deferred()) {
      return true;
    }
    if (deferred == null) {
      deferred = stop;
    }
    return false;
  }

  @Nullable Stop deferred() {
    return deferred;
  }
}
