package dev.landwaiter.policy.gatekeeper;

import dev.landwaiter.base.value.ObjectValue;
import java.util.List;

/// A constraint: where a template applies, with which parameters, and what follows.
///
/// @param kind that of its template
/// @param action `spec.enforcementAction`; `deny` when missing, empty when written so
/// @param scoped `spec.scopedEnforcementActions`; looked at when the action is `scoped`
/// @param parameters `spec.parameters`, or an empty object
/// @param resource as it was read, defaults filled in
public record Constraint(
    String kind,
    String name,
    Match match,
    String action,
    List<ScopedAction> scoped,
    ObjectValue parameters,
    Resource resource) {
  public Constraint {
    scoped = List.copyOf(scoped);
  }

  /// An action and the names of the enforcement points it is for; `*` stands for all.
  public record ScopedAction(String action, List<String> points) {
    public ScopedAction {
      points = List.copyOf(points);
    }
  }
}
