package dev.landwaiter.policy.gatekeeper.expand;

import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Result;
import dev.landwaiter.policy.gatekeeper.Violation;
import java.util.List;

/// An object that another one makes.
///
/// @param template the name of the template by which
/// @param action in the place of the constraints' own, or empty
public record Generated(String template, String action, Resource object) {
  /// What a result for this object is for the object it comes from.
  public Result implied(Result result) {
    return new Result(
        result.constraint(),
        new Violation(
            "[Implied by " + template + "] " + result.violation().message(),
            result.violation().details()),
        action.isEmpty() ? result.action() : action,
        action.isEmpty() ? result.scopedActions() : List.of(),
        result.trace());
  }
}
