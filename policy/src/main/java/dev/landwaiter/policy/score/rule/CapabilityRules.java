package dev.landwaiter.policy.score.rule;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.Rule;
import dev.landwaiter.policy.score.Spot;
import java.util.List;

/// Rules about the capabilities of Linux.
final class CapabilityRules {
  private static final String DROP = "securityContext.capabilities.drop";
  private static final Spot.Mend ALL = Kinds.put(ArrayValue.of(Value.of("ALL")));

  private CapabilityRules() {}

  static List<Rule> all() {
    return List.of(
        Kinds.workload(
            "CapSysAdmin",
            -30,
            "containers[] .securityContext .capabilities .add == SYS_ADMIN",
            "No capability reaches further than CAP_SYS_ADMIN; it is close to being root on the"
                + " host",
            ContainerTest.each(
                "securityContext.capabilities.add",
                Check.containing("SYS_ADMIN"),
                new Spot.Mend.Without("SYS_ADMIN"))),
        Kinds.workload(
            "CapDropAny",
            1,
            "containers[] .securityContext .capabilities .drop",
            "Each capability that is dropped is one way less into the kernel",
            ContainerTest.each(DROP, Check.DROPS, ALL)),
        Kinds.workload(
            "CapDropAll",
            1,
            "containers[] .securityContext .capabilities .drop | index(\"ALL\")",
            "Drop every capability first, then add the few that are needed",
            ContainerTest.each(DROP, Check.DROPS_ALL, ALL)));
  }
}
