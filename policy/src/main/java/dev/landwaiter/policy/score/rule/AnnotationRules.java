package dev.landwaiter.policy.score.rule;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.Rule;
import dev.landwaiter.policy.score.RuleTest;
import dev.landwaiter.policy.score.Spot;
import dev.landwaiter.policy.score.Subject;
import java.util.List;

/// The profiles of seccomp and AppArmor where release 2.14 looks for them: in annotations, which
/// Kubernetes no longer reads.
final class AnnotationRules {
  private static final String SECCOMP = "seccomp.security.alpha.kubernetes.io/pod";
  private static final String APPARMOR = "container.apparmor.security.beta.kubernetes.io/";

  private AnnotationRules() {}

  static List<Rule> all() {
    return List.of(
        Kinds.workload(
            "SeccompAny",
            1,
            ".metadata .annotations .\"container.seccomp.security.alpha.kubernetes.io/pod\"",
            ProfileRules.SECCOMP_ANY,
            new AnnotationTest("container.seccomp.security.alpha.kubernetes.io/", SECCOMP, false)),
        Kinds.workload(
            "SeccompUnconfined",
            -1,
            ".metadata .annotations .\"container.seccomp.security.alpha.kubernetes.io/pod\"",
            ProfileRules.SECCOMP_UNCONFINED,
            new AnnotationTest("container.seccomp.security.alpha.kubernetes.io/", SECCOMP, true)),
        Kinds.workload(
            "ApparmorAny",
            3,
            ".metadata .annotations .\"container.apparmor.security.beta.kubernetes.io/nginx\"",
            ProfileRules.APPARMOR_ANY,
            new AnnotationTest(APPARMOR, APPARMOR, false)));
  }

  /// Looks at the annotations of the object and of its pod.
  ///
  /// @param prefix what the annotations of containers begin with
  /// @param pod the annotation of the pod, or the same prefix
  /// @param unconfined whether the value that switches confinement off is looked for, or any other
  private record AnnotationTest(String prefix, String pod, boolean unconfined) implements RuleTest {
    private static final Fields ANNOTATIONS = Fields.of("metadata.annotations");
    private static final Fields OF_TEMPLATE = Fields.of("spec.template.metadata.annotations");
    private static final Fields OF_CRON_JOB =
        Fields.of("spec.jobTemplate.spec.template.metadata.annotations");

    @Override
    public int count(Subject subject) {
      int count = 0;
      for (Fields place : List.of(ANNOTATIONS, OF_TEMPLATE, OF_CRON_JOB)) {
        Value found = place.find(subject.object());
        if (found instanceof ObjectValue annotations) {
          for (int i = 0; i < annotations.size(); i++) {
            count += matches(annotations.keyAt(i).asText(), annotations.valueAt(i)) ? 1 : 0;
          }
        }
      }
      return count;
    }

    private boolean matches(String name, Value value) {
      return (name.startsWith(prefix) || name.equals(pod))
          && value instanceof StringValue text
          && text.text().equals("unconfined") == unconfined;
    }

    @Override
    public List<Spot> spots(Subject subject) {
      Spot.State state = count(subject) > 0 ? Spot.State.MATCHES : Spot.State.MISSES;
      var advice = new Spot.Mend.Advice("set the profile in the security context instead");
      return List.of(new Spot("", state, ANNOTATIONS.below(List.of()), advice));
    }
  }
}
