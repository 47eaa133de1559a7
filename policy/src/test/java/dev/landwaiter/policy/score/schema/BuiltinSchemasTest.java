package dev.landwaiter.policy.score.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.policy.score.Profile;
import dev.landwaiter.policy.score.run.KubesecScan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltinSchemasTest {
  private static final BuiltinSchemas SCHEMAS = BuiltinSchemas.of("").orElseThrow();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{apiVersion: v1, kind: Pod, spec: {containers: [{name: a}]}} | Passed with a score of 0"
            + " points",
        "{apiVersion: v1, kind: List, items: []} | This resource kind is not supported by kubesec",
        "{apiVersion: v1, kind: Gizmo} | could not find schema for Gizmo",
        "{apiVersion: extensions/v1beta1, kind: Deployment} | could not find schema for Deployment",
        "{apiVersion: v1, kind: Pod, spec: {containers: [], hostPid: true}} | problem validating"
            + " schema. Check JSON formatting: jsonschema validation failed with"
            + " 'kubernetes-1.37/v1/Pod#' - at '/spec': additional properties 'hostPid' not"
            + " allowed",
        "{apiVersion: v1, kind: Pod, spec: {hostNetwork: maybe, containers: []}} | problem"
            + " validating schema. Check JSON formatting: jsonschema validation failed with"
            + " 'kubernetes-1.37/v1/Pod#' - at '/spec/hostNetwork': got string, want boolean",
      })
  void areAskedBeforeTheRules(String manifest, String message) {
    var outcome =
        KubesecScan.scan(
            "a.yaml",
            manifest.getBytes(StandardCharsets.UTF_8),
            Profile.KUBESEC,
            List.of(),
            SCHEMAS);
    assertThat(outcome).isInstanceOf(KubesecScan.Outcome.Scored.class);
    var report = ((KubesecScan.Outcome.Scored) outcome).reports().getFirst();
    assertThat(report.message().strip()).isEqualTo(message);
  }
}
