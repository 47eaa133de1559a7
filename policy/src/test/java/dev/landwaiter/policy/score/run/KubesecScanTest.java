package dev.landwaiter.policy.score.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.GoText;
import dev.landwaiter.policy.score.Profile;
import dev.landwaiter.policy.score.Schemas;
import dev.landwaiter.policy.score.ScoreReport;
import dev.landwaiter.policy.score.output.KubesecTemplate;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubesecScanTest {
  private static KubesecScan.Outcome scan(byte[] manifest, String... rules) {
    return KubesecScan.scan("x", manifest, Profile.KUBESEC, List.of(rules), Schemas.NONE);
  }

  private static List<ScoreReport> reports(String manifest, String... rules) {
    return switch (scan(manifest.getBytes(StandardCharsets.UTF_8), rules)) {
      case KubesecScan.Outcome.Scored scored -> scored.reports();
      case KubesecScan.Outcome.Refused refused -> throw new AssertionError(refused.message());
    };
  }

  private static String refusal(String manifest, String... rules) {
    return switch (scan(manifest.getBytes(StandardCharsets.UTF_8), rules)) {
      case KubesecScan.Outcome.Refused refused -> refused.message();
      case KubesecScan.Outcome.Scored scored -> "";
    };
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: 1~--- # c~a: 2~--- ~a: 3~...~a: 4       | 4
          # only a comment~---~a: 1                  | 2
          a: 1^---^a: 2^                             | 2
          {"a": 1} {"a": 2}                          | 2
          {"a": 1}~---~{"a": 2}                      | 2
          [{"a": 1}, {"a": 2}]                       | 1
          ---~# a~--- # b~a: 1                       | 1
          """)
  void noDocumentIsLost(String manifest, int wanted) {
    assertThat(reports(manifest.replace("~", "\n").replace("^", "\r\n"))).hasSize(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: Pod\napiVersion: v1\nspec: {hostNetwork: 'true', hostPID: [], hostIPC: {}}",
        "kind: Pod\napiVersion: v1\nspec: {containers: 5, volumes: {}, hostUsers: x}",
        "kind: Pod\napiVersion: v1\nspec: {containers: [[], {securityContext: []}]}",
        "kind: Pod\napiVersion: v1\nspec: {containers: [{env: {}, envFrom: 3, resources: []}]}",
        "kind: StatefulSet\napiVersion: apps/v1\nspec: {volumeClaimTemplates: {a: {}}}",
        "kind: RoleBinding\napiVersion: x/v1\nsubjects: {name: 'system:anonymous'}",
        "kind: Pod\napiVersion: v1\nmetadata: []\nspec: text"
      })
  void wrongTypesNeverTakePoints(String manifest) {
    assertThat(reports(manifest)).singleElement().matches(report -> report.critical().isEmpty());
  }

  @Test
  void hostileTextsAreRefused() {
    assertThat(refusal("[".repeat(100_000))).isNotEmpty();
    assertThat(refusal("{\"a\":".repeat(100_000))).isNotEmpty();
    assertThat(refusal("a: &a [x, x]\nb: &b [*a, *a]\n".repeat(1))).isEmpty();
    var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      bomb.append("a%d: &a%d [".formatted(i, i)).append(("*a" + (i - 1) + ", ").repeat(10));
      bomb.append("]\n");
    }
    assertThat(refusal(bomb.toString())).contains("excessive aliasing");
    assertThat(scan(new byte[] {(byte) 0xff, (byte) 0xfe, 'a'}))
        .isInstanceOf(KubesecScan.Outcome.Refused.class);
    assertThat(scan(new byte[0])).isEqualTo(new KubesecScan.Outcome.Refused("Invalid input"));
    assertThat(refusal("a: 1", "Foo", "HostPID", " HostPID", "Foo"))
        .isEqualTo("invalid rule IDs requested: Foo,  HostPID");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1, "a", null, true, {"b": 2, "a": [ ]}]  | [1 a <nil> true map[a:[] b:2]]
          12345678                                  | 1.2345678e+07
          100000                                    | 100000
          1000000                                   | 1e+06
          0.00001                                   | 1e-05
          0.0001                                    | 0.0001
          99999999999999999999                      | 1e+20
          -1.5                                      | -1.5
          1e400                                     | +Inf
          """)
  void valuesArePrintedAsGoDoes(String json, String wanted) throws Exception {
    assertThat(GoText.of(Json.parse("x", json))).isEqualTo(wanted);
  }

  /// A template as kubesec ships one for SARIF.
  @Test
  void templatesCanMakeSarif() throws Exception {
    String template =
        """
        {"version": "2.1.0", "runs": [
        {{- $first := true }}{{ range . }}{{ if and .Valid .Rules }}
          {{- if $first }}{{ $first = false }}{{ else }},{{ end }}
          {"tool": {"driver": {"name": "Kubesec", "rules": [
          {{- range $i, $rule := .Rules }}{{ if $i }},{{ end }}
            {"id": {{ printf "%q" .ID }}, "properties": {"points": "{{ .Points }}"}}
          {{- end }}]}},
          "results": [
          {{- range $i, $r := joinSlices .Scoring.Advise .Scoring.Critical }}{{ if $i }},{{ end }}
            {"ruleId": {{ .ID | printf "%q" }}, "message": {"text": {{ endWithPeriod .Reason | printf "%q" }}}}
          {{- end }}]}
        {{- end }}{{ end }}]}
        """;
    List<ScoreReport> reports =
        reports(
            "kind: Pod\napiVersion: v1\nspec: {hostPID: true}\n---\nkind: Service\napiVersion: v1");
    Value sarif = Json.parse("sarif", KubesecTemplate.text(template, reports, Instant.EPOCH));
    Value run = sarif.get("runs").orElseThrow().elements().getFirst();
    assertThat(sarif.get("runs").orElseThrow().elements()).hasSize(1);
    assertThat(run.get("results").orElseThrow().elements()).hasSize(16);
    assertThat(run.get("results").orElseThrow().elements().getLast().text("ruleId"))
        .isEqualTo("HostPID");
  }

  @Test
  void aFieldThatReportsDoNotHaveIsAMistake() {
    assertThatThrownBy(() ->
            KubesecTemplate.text(
                "{{ range . }}{{ .Scoring.Passed }}{{ .Nope }}{{ end }}",
                reports("kind: Pod\napiVersion: v1"),
                Instant.EPOCH))
        .hasMessage(
            "template: output template:1:37: executing \"output template\" at <.Nope>: can't"
                + " evaluate field Nope in type ruler.Report");
  }
}
