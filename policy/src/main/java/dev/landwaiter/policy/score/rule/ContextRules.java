package dev.landwaiter.policy.score.rule;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.Rule;
import dev.landwaiter.policy.score.Spot;
import java.util.List;

/// Rules about who a container runs as, and with what rights.
final class ContextRules {
  private static final Spot.Mend ID = Kinds.example(Value.of(10_001));

  private ContextRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "ReadOnlyRootFilesystem",
            1,
            3,
            Kinds.WORKLOADS,
            "containers[] .securityContext .readOnlyRootFilesystem == true",
            "A root file system that cannot be written to makes it harder to leave something"
                + " behind",
            ContainerTest.each(
                "securityContext.readOnlyRootFilesystem", Check.TRUE, Kinds.PUT_TRUE)),
        new Rule(
            "RunAsNonRoot",
            1,
            10,
            Kinds.WORKLOADS,
            ".spec, .spec.containers[] | .securityContext .runAsNonRoot == true",
            "A container that never runs as root keeps to least privilege",
            ContainerTest.inherited("securityContext.runAsNonRoot", Check.TRUE, Kinds.PUT_TRUE)),
        new Rule(
            "RunAsUser",
            1,
            4,
            Kinds.WORKLOADS,
            ".spec, .spec.containers[] | .securityContext .runAsUser -gt 10000",
            "A high user number is unlikely to belong to anybody on the host",
            ContainerTest.inherited("securityContext.runAsUser", Check.HIGH_ID, ID)),
        new Rule(
            "RunAsGroup",
            1,
            4,
            Kinds.WORKLOADS,
            ".spec, .spec.containers[] | .securityContext .runAsGroup -gt 10000",
            "A high group number is unlikely to belong to a group of the host",
            ContainerTest.inherited("securityContext.runAsGroup", Check.HIGH_ID, ID)),
        Kinds.workload(
            "Privileged",
            -30,
            "containers[] .securityContext .privileged == true",
            "A privileged container may do on the host nearly whatever root may do",
            ContainerTest.each("securityContext.privileged", Check.TRUE, Kinds.DROP)),
        Kinds.workload(
            "AllowPrivilegeEscalation",
            -7,
            "containers[] .securityContext .allowPrivilegeEscalation == true",
            "Processes may come to rights that the one which started them does not have",
            ContainerTest.each(
                "securityContext.allowPrivilegeEscalation", Check.TRUE, Kinds.PUT_FALSE)));
  }
}
