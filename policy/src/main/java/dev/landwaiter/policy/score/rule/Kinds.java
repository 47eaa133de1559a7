package dev.landwaiter.policy.score.rule;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.Rule;
import dev.landwaiter.policy.score.RuleTest;
import dev.landwaiter.policy.score.Spot;
import java.util.List;

/// The kinds that rules are for, and short ways to write a row.
final class Kinds {
  static final List<String> WORKLOADS = List.of("Pod", "Deployment", "StatefulSet", "DaemonSet");
  static final List<String> ALL_WORKLOADS =
      List.of("Pod", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob");
  static final List<String> STATEFUL = List.of("StatefulSet");
  static final List<String> BINDINGS = List.of("RoleBinding", "ClusterRoleBinding");

  static final Spot.Mend DROP = new Spot.Mend.Drop();
  static final Spot.Mend PUT_TRUE = new Spot.Mend.Put(Value.of(true), false);
  static final Spot.Mend PUT_FALSE = new Spot.Mend.Put(Value.of(false), false);

  private Kinds() {}

  static Rule workload(String id, int points, String selector, String reason, RuleTest test) {
    return new Rule(id, points, 0, WORKLOADS, selector, reason, test);
  }

  static Spot.Mend example(Value value) {
    return new Spot.Mend.Put(value, true);
  }

  static Spot.Mend put(Value value) {
    return new Spot.Mend.Put(value, false);
  }
}
