package dev.landwaiter.rego.check;

import dev.landwaiter.rego.RegoError;
import java.util.List;

/// What the check found.
///
/// @param environment the types of all rules, for checking queries
/// @param errors by their places; none when all is well
public record CheckResult(TypeEnvironment environment, List<RegoError> errors) {
  public CheckResult {
    errors = List.copyOf(errors);
  }
}
