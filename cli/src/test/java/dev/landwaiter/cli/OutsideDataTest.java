package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Templates that ask providers, from the command line.
class OutsideDataTest {
  private static final String POLICY =
      """
      apiVersion: templates.gatekeeper.sh/v1
      kind: ConstraintTemplate
      metadata: {name: signed}
      spec:
        crd: {spec: {names: {kind: Signed}}}
        targets:
        - target: admission.k8s.gatekeeper.sh
          rego: |
            package signed
            violation[{"msg": msg}] {
              r := external_data({"provider": "sig", "keys": [input.review.object.spec.containers[_].image]})
              msg := sprintf("%v|%v", [r.errors, r.system_error])
            }
      ---
      apiVersion: constraints.gatekeeper.sh/v1beta1
      kind: Signed
      metadata: {name: c}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec: {containers: [{name: a, image: x}]}
      """;

  private static final String PROVIDER =
      """
      ---
      apiVersion: externaldata.gatekeeper.sh/v1beta1
      kind: Provider
      metadata: {name: sig}
      spec: {url: "https://p.test/", timeout: 1, caBundle: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCg==}
      """;

  private static Ran run(Path folder, String policy, String... flags) throws Exception {
    Files.writeString(folder.resolve("policy.yaml"), policy);
    Files.writeString(folder.resolve("answers.yaml"), "sig: {errors: {x: not signed}}\n");
    List<String> words = new ArrayList<>(List.of("gate", "test", "policy.yaml"));
    words.addAll(List.of(flags));
    return Ran.in(folder, Map.of(), words);
  }

  @Test
  void recordedAnswersStandForProviders(@TempDir Path folder) throws Exception {
    Ran ran = run(folder, POLICY, "--external-data", "answers.yaml");
    assertThat(ran.stdout()).contains("[[\"x\", \"not signed\"]]|");
    assertThat(ran.exit()).isEqualTo(1);
  }

  @Test
  void theNetworkIsClosedUnlessAHostIsNamed(@TempDir Path folder) throws Exception {
    assertThat(run(folder, POLICY + PROVIDER).stdout())
        .contains("the network is closed for p.test; --allow-net p.test opens it");
    assertThat(run(folder, POLICY + PROVIDER, "--allow-net", "q.test").stdout())
        .contains("--allow-net p.test opens it");
  }

  @Test
  void withoutAnybodyToAskThereIsNoSuchFunction(@TempDir Path folder) throws Exception {
    assertThat(run(folder, POLICY).stderr())
        .contains("undefined function external_data", "--external-data FILE");
    assertThat(run(folder, POLICY, "--external-data", "nowhere.yaml").stderr())
        .contains("nowhere.yaml cannot be read");
    assertThat(run(folder, POLICY, "--external-data", "policy.yaml").stderr())
        .contains("policy.yaml");
  }
}
