package dev.landwaiter.rego.eval;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.builtin.BuiltinException;

/// Ends an evaluation with an error. Unchecked and without a stack: it passes through every step.
final class Halt extends RuntimeException {
  private static final long serialVersionUID = 1;

  static final String KEYS = "object keys must be unique";

  private final transient RegoError error;

  Halt(RegoError error) {
    super(error.message(), null, false, false);
    this.error = error;
  }

  RegoError error() {
    return error;
  }

  static Halt of(BuiltinException halted) {
    return new Halt(RegoError.of(halted.code(), String.valueOf(halted.getMessage())));
  }

  /// `eval_conflict_error` at a place.
  static Halt conflict(String message, Location at) {
    return new Halt(RegoError.of(ErrorCode.EVAL_CONFLICT, message, at));
  }

  static Halt keys(Location at) {
    return conflict(KEYS, at);
  }

  static Halt merge(Location at) {
    return new Halt(
        RegoError.of(
            ErrorCode.EVAL_WITH_MERGE, "real and replacement data could not be merged", at));
  }
}
