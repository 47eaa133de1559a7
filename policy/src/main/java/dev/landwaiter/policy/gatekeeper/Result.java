package dev.landwaiter.policy.gatekeeper;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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

  private static final Set<String> ACTIONS = Set.of("deny", "dryrun", "warn", "scoped");

  /// Whether Gatekeeper knows an action.
  public static boolean isKnown(String action) {
    return ACTIONS.contains(action);
  }

  /// Whether it denies: by the word `deny`, and by every word that Gatekeeper does not know. In a
  /// cluster those have no effect, which nobody who writes `Deny` means.
  public boolean denies() {
    return action.equals("scoped")
        ? scopedActions.stream().anyMatch(Result::isDenial)
        : isDenial(action);
  }

  private static boolean isDenial(String action) {
    return action.equals("deny") || !isKnown(action);
  }
}
