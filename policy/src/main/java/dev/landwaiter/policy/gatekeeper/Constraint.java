package dev.landwaiter.policy.gatekeeper;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.List;
import java.util.function.UnaryOperator;

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

  /// The same constraint with its parameters changed.
  public Constraint with(UnaryOperator<Value> change) {
    return change.apply(parameters) instanceof ObjectValue changed
        ? new Constraint(kind, name, match, action, scoped, changed, resource)
        : this;
  }

  /// An action and the names of the enforcement points it is for; `*` stands for all.
  public record ScopedAction(String action, List<String> points) {
    public ScopedAction {
      points = List.copyOf(points);
    }
  }
}
