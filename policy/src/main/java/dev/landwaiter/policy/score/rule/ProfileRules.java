package dev.landwaiter.policy.score.rule;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.Rule;
import dev.landwaiter.policy.score.Spot;
import java.util.List;

/// Rules about the profiles of seccomp and AppArmor.
final class ProfileRules {
  static final String SECCOMP_ANY = "A seccomp profile leaves a process the system calls it needs";
  static final String SECCOMP_UNCONFINED =
      "Without a seccomp profile every system call of the kernel is open to attack";
  static final String APPARMOR_ANY = "An AppArmor profile confines a process once more";

  private static final String SECCOMP = "seccompProfile";
  private static final String APPARMOR = "appArmorProfile";

  private ProfileRules() {}

  static List<Rule> all() {
    return List.of(
        rule("SeccompAny", 1, SECCOMP, Check.CONFINED, SECCOMP_ANY),
        rule("SeccompUnconfined", -1, SECCOMP, Check.UNCONFINED, SECCOMP_UNCONFINED),
        rule("ApparmorAny", 3, APPARMOR, Check.CONFINED, APPARMOR_ANY),
        rule(
            "ApparmorUnconfined",
            -1,
            APPARMOR,
            Check.UNCONFINED,
            "Somebody switched AppArmor's confinement off"));
  }

  private static Rule rule(String id, int points, String field, Check check, String reason) {
    String type = " .securityContext ." + field + " .type";
    String selector =
        ".spec%s | .spec .containers[]%s | .spec .initContainers[]%s | .spec .ephemeralContainers[]%s"
            .formatted(type, type, type, type);
    Spot.Mend mend = Kinds.put(Value.of("RuntimeDefault"));
    return Kinds.workload(
        id,
        points,
        selector,
        reason,
        ContainerTest.inherited("securityContext." + field + ".type", check, mend));
  }
}
