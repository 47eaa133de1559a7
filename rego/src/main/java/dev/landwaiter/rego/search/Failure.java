package dev.landwaiter.rego.search;

import dev.landwaiter.rego.ErrorCode;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.syntax.Rule;

/// The errors that end an evaluation.
final class Failure {
  private Failure() {}

  static RegoException complete(Rule rule) {
    return conflict("complete rules must not produce multiple outputs", rule.at());
  }

  static RegoException function(Rule rule) {
    return conflict("functions must not produce multiple outputs for same inputs", rule.at());
  }

  static RegoException keys(Location at) {
    return conflict("object keys must be unique", at);
  }

  static RegoException merge(Location at) {
    return new RegoException(
        RegoError.of(
            ErrorCode.EVAL_WITH_MERGE, "real and replacement data could not be merged", at));
  }

  static RegoException conflict(String message, Location at) {
    return new RegoException(RegoError.of(ErrorCode.EVAL_CONFLICT, message, at));
  }

  static RegoException halt(String message, Location at) {
    return new RegoException(RegoError.of(ErrorCode.EVAL_CANCEL, message, at));
  }

  static RegoException internal(String message, Location at) {
    return new RegoException(RegoError.of(ErrorCode.EVAL_INTERNAL, message, at));
  }
}
