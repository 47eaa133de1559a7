package dev.landwaiter.policy.gatekeeper;

import java.util.List;
import java.util.Optional;

/// One violation of one constraint, with what follows from it.
///
/// @param action the constraint's own; `scoped` when its actions depend on the place
/// @param scopedActions those for this place, sorted; none unless the action is `scoped`
/// @param trace of the evaluation, where it was asked for
public record Result(
    Constraint constraint,
    Violation violation,
    String action,
    List<String> scopedActions,
    Optional<String> trace) {
  /// The target that Gatekeeper has.
  public static final String TARGET = "admission.k8s.gatekeeper.sh";

  public Result {
    scopedActions = List.copyOf(scopedActions);
  }

  /// Whether it denies: exactly the word `deny`.
  public boolean denies() {
    return action.equals("deny") || scopedActions.contains("deny");
  }
}
