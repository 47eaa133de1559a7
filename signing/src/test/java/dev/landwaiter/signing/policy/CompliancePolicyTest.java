package dev.landwaiter.signing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompliancePolicyTest {
  private static final ClosedWorld WORLD =
      new ClosedWorld(() -> Instant.EPOCH, System::nanoTime, new SplittableRandom(1));

  private static List<String> judge(String rules, String input) throws Exception {
    var document = (ObjectValue) Json.parseStrict("input", input.getBytes(StandardCharsets.UTF_8));
    return CompliancePolicy.compile("p", "package sigstore\n" + rules)
        .require("it", document, WORLD);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "isCompliant { input.n == 1 } | true",
        "isCompliant { input.n == 2 } | false",
        "isCompliant = true | true",
        "isCompliant = \"true\" | false",
        "isCompliant = 1 | false",
        "isCompliant = {\"result\": true} | false",
        "isCompliant = [] | false",
        "isCompliant = [true] | false",
        "isCompliant = [{\"result\": true}] | true",
        "isCompliant = [{\"result\": \"true\"}] | false",
        "isCompliant = [{\"result\": false}, {\"result\": true}] | true",
        "isCompliant[r] { r := {\"result\": true, \"warning\": \"\", \"error\": \"\"} } | true",
        "isCompliant[r] { r := {\"result\": false, \"error\": \"no\"} } | false",
        "isCompliant[r] { input.n == 2; r := {\"result\": true} } | false",
        "iscompliant = true | false",
        "allow = true | false"
      })
  void whatCountsAsCompliance(String rules, boolean wanted) throws Exception {
    if (wanted) {
      assertThat(judge(rules, "{\"n\": 1}")).isEmpty();
    } else {
      assertThatThrownBy(() -> judge(rules, "{\"n\": 1}"))
          .isInstanceOfSatisfying(
              RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.POLICY));
    }
  }

  @Test
  void warningsOfTheFirstThatPassesAreHandedOn() throws Exception {
    assertThat(
            judge(
                "isCompliant = [{\"result\": false, \"warning\": \"a\"}, {\"result\": true, "
                    + "\"warning\": \"b\"}, {\"result\": true, \"warning\": \"c\"}]",
                "{}"))
        .containsExactly("it: b");
  }

  @Test
  void errorsOfAllAreTold() {
    assertThatThrownBy(() -> judge("isCompliant = [{\"error\": \"a\"}, {\"error\": \"b\"}]", "{}"))
        .hasMessageContaining("a; b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"isCompliant {", "isCompliant { unknown(1) }"})
  void brokenPoliciesAreRefused(String rules) {
    assertThatThrownBy(() -> CompliancePolicy.compile("p", "package sigstore\n" + rules))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.POLICY));
  }

  @Test
  void longPoliciesAreRefused() {
    assertThatThrownBy(
            () -> CompliancePolicy.compile("p", "package sigstore\n" + "#".repeat(1 << 20)))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.LIMIT));
  }
}
