package dev.landwaiter.policy.gatekeeper.run;

import dev.landwaiter.policy.gatekeeper.Constraint;
import dev.landwaiter.policy.gatekeeper.match.Matcher;
import java.util.ArrayList;
import java.util.List;

/// A constraint with its criteria made ready.
record ReadyConstraint(Constraint constraint, Matcher matcher) {
  private static final String SCOPED = "scoped";
  private static final String EVERYWHERE = "*";

  boolean isScoped() {
    return constraint.action().equals(SCOPED);
  }

  /// The actions for a point of enforcement, in the order written; empty when it says nothing
  /// there.
  List<String> scoped(String point) {
    List<String> actions = new ArrayList<>();
    for (Constraint.ScopedAction each : constraint.scoped()) {
      boolean here = each.points().contains(point) || each.points().contains(EVERYWHERE);
      if (here && !actions.contains(each.action())) {
        actions.add(each.action());
      }
    }
    return actions;
  }
}
