package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import java.util.ArrayList;
import java.util.List;

/// The errors of one run, up to a limit.
final class Problems {
  /// Ends a run that has found as many errors as are wanted.
  static final class LimitReached extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final List<RegoError> errors = new ArrayList<>();
  private final int limit;

  /// @param limit zero or less for none
  Problems(int limit) {
    this.limit = limit;
  }

  void add(RegoError error) {
    if (limit > 0 && errors.size() >= limit) {
      errors.add(RegoError.of(ErrorCode.COMPILE, "error limit reached"));
      throw new LimitReached();
    }
    errors.add(error);
  }

  void compile(Location at, String message) {
    add(RegoError.of(ErrorCode.COMPILE, message, at));
  }

  void type(Location at, String message) {
    add(RegoError.of(ErrorCode.TYPE, message, at));
  }

  boolean any() {
    return !errors.isEmpty();
  }

  List<RegoError> all() {
    return List.copyOf(errors);
  }
}
