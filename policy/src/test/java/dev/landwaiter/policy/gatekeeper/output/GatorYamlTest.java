package dev.landwaiter.policy.gatekeeper.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.policy.gatekeeper.Constraint;
import dev.landwaiter.policy.gatekeeper.Match;
import dev.landwaiter.policy.gatekeeper.Report;
import dev.landwaiter.policy.gatekeeper.Reported;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Response;
import dev.landwaiter.policy.gatekeeper.Result;
import dev.landwaiter.policy.gatekeeper.Violation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatorYamlTest {
  private static Reported reported(String message, String object) throws Exception {
    var content = (ObjectValue) Json.parse("", object);
    var constraint =
        new Constraint(
            "Flag", "c", Match.ALL, "deny", List.of(), ObjectValue.EMPTY, Resource.of(content));
    var violation = new Violation(message, Optional.of(ObjectValue.EMPTY));
    return new Reported(
        new Result(constraint, violation, "deny", List.of(), Optional.empty()),
        Resource.of(content));
  }

  private static String yaml(Reported... results) {
    return GatorYaml.of(new Report(List.of(results), Optional.empty(), false, false));
  }

  @Test
  void theFirstResultIsInBlockStyle() throws Exception {
    String text = yaml(reported("a\nb", "{\"kind\":\"Pod\",\"l\":[[1,\"x\"],{}],\"o\":{}}"));
    assertThat(text)
        .isEqualTo(
            """
            - result:
                target: admission.k8s.gatekeeper.sh
                msg: |-
                    a
                    b
                metadata:
                    details: {}
                constraint:
                    object:
                        kind: Pod
                        l:
                            - - 1
                              - x
                            - {}
                        o: {}
                enforcementaction: deny
                scopedenforcementactions: []
              violatingObject:
                kind: Pod
                l:
                    - - 1
                      - x
                    - {}
                o: {}
              trace: null
            """);
  }

  @Test
  void theOthersAreInFlowStyle() throws Exception {
    String text = yaml(reported("m", "{}"), reported("a\nb", "{\"k\":\"v\"}"));
    assertThat(text.lines().filter(line -> line.startsWith("- {")))
        .containsExactly(
            "- {result: {target: admission.k8s.gatekeeper.sh, msg: \"a\\nb\", metadata: {details:"
                + " {}}, constraint: {object: {k: v}}, enforcementaction: deny,"
                + " scopedenforcementactions: []}, violatingObject: {k: v}, trace: null}");
  }

  @Test
  void nothingIsAnEmptyList() {
    assertThat(yaml()).isEqualTo("[]\n");
    var stats =
        new Report(
            List.of(), Optional.of(List.of(new Response.Run("Flag", "Rego", 1, 5))), false, false);
    assertThat(GatorYaml.of(stats)).startsWith("results: []\nstats:\n    - labels:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "plain       | plain",
        "two words   | two words",
        "1           | \"1\"",
        "1.5         | \"1.5\"",
        "yes         | \"yes\"",
        "null        | \"null\"",
        "2001-01-01  | \"2001-01-01\"",
        "a: b        | 'a: b'",
        "a,b         | 'a,b'",
        "[x]         | '[x]'",
        "*           | '*'",
        "it's        | it's",
        "- x         | '- x'",
        "nginx:1.21  | 'nginx:1.21'",
      })
  void textsInFlowStyle(String text, String written) {
    assertThat(YamlScalarText.of(text, true)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain | \"plain\"",
        "a\"b | \"a\\\"b\"",
        "é€ | \"é€\"",
      })
  void quotesOfGo(String text, String quoted) {
    assertThat(GoQuote.of(text)).isEqualTo(quoted);
  }

  @Test
  void quotesOfGoEscapeWhatCannotBePrinted() {
    assertThat(GoQuote.of("\n\t\u0000\u007f\u00a0\\")).isEqualTo("\"\\n\\t\\x00\\x7f\\u00a0\\\\\"");
  }

  @Test
  void textAndJsonNameTheSame() throws Exception {
    var report =
        new Report(
            List.of(
                reported(
                    "m",
                    "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"p\",\"namespace\":\"n\"}}")),
            Optional.empty(),
            false,
            false);
    assertThat(GatorText.of(report)).isEqualTo("v1/Pod n/p: [\"c\"] Message: \"m\"\n");
    var out = new java.io.ByteArrayOutputStream();
    GatorJson.write(report, out);
    assertThat(Json.parse("", out.toString(java.nio.charset.StandardCharsets.UTF_8)).elements())
        .hasSize(1);
    assertThat(JsonStyle.COMPACT.indent()).isEmpty();
  }
}
