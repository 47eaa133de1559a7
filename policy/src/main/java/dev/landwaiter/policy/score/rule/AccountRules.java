package dev.landwaiter.policy.score.rule;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.Rule;
import dev.landwaiter.policy.score.Spot;
import java.util.List;

/// Rules about identities and credentials.
final class AccountRules {
  private AccountRules() {}

  static List<Rule> all() {
    return List.of(
        Kinds.workload(
            "ServiceAccountName",
            3,
            ".spec .serviceAccountName",
            "An account of its own lets a pod have the least rights at the API server",
            new PodTest(
                Fields.of("serviceAccountName"),
                Check.PRESENT,
                Kinds.example(Value.of("an-account-of-its-own")))),
        Kinds.workload(
            "AutomountServiceAccountToken",
            1,
            ".spec .automountServiceAccountToken == false",
            "Without a mounted token nobody in the pod can act at the API server in its name",
            new PodTest(Fields.of("automountServiceAccountToken"), Check.FALSE, Kinds.PUT_FALSE)),
        new Rule(
            "SecretsAsEnvironmentVariables",
            -5,
            0,
            Kinds.ALL_WORKLOADS,
            secretSelector(),
            "Environment variables turn up in logs, crash dumps and process lists; mount secrets as"
                + " files",
            new SecretTest(new Spot.Mend.Advice("mount the secret as a file instead"))),
        new Rule(
            "BindingsToSystemAnonymous",
            -30,
            0,
            Kinds.BINDINGS,
            ".subjects[] .name == \"system:anonymous\"",
            "Callers who never said who they are get the rights of this role",
            new ListTest(
                false,
                Fields.of("subjects"),
                Fields.of("name"),
                Check.containing("system:anonymous"),
                new Spot.Mend.Advice("bind the role to accounts that log in"))));
  }

  private static String secretSelector() {
    var selector = new StringBuilder();
    for (String what : List.of(".env[] .valueFrom .secretKeyRef", ".envFrom[] .secretRef")) {
      for (String list : List.of("containers", "initContainers", "ephemeralContainers")) {
        selector
            .append(selector.isEmpty() ? "" : " | ")
            .append(".spec .")
            .append(list)
            .append("[] ")
            .append(what);
      }
    }
    return selector.toString();
  }
}
