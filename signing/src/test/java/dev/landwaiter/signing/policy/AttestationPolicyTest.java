package dev.landwaiter.signing.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.statement.Statement;
import dev.landwaiter.signing.statement.StatementReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttestationPolicyTest {
  private static final ClosedWorld WORLD =
      new ClosedWorld(
          InstantSource.fixed(Instant.parse("2026-11-23T17:00:00Z")),
          () -> 0,
          new SplittableRandom(1));

  private static Statement statement(String predicate) throws RefusedException {
    return StatementReader.read(
        "test",
        Bytes.utf8(
            """
            {"_type":"https://in-toto.io/Statement/v1","predicateType":"t","predicate":%s,
             "subject":[{"digest":{"sha256":"00"}}]}
            """
                .formatted(predicate)));
  }

  private static boolean passes(AttestationPolicy policy, String predicate) throws Exception {
    try {
      policy.require("test", statement(predicate), WORLD);
      return true;
    } catch (RefusedException e) {
      assertThat(e.kind()).isEqualTo(FailureClass.POLICY);
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "allow { input.predicate.n == 1 } | true",
        "allow { input.predicate.n == 2 } | false",
        "allow = \"yes\" { true } | false",
        "allow = 1 { true } | false",
        "default allow = false | false",
        "deny { true } | false",
        "allow[x] { x := true } | false",
        "allow { http.send({\"method\": \"get\", \"url\": \"http://127.0.0.1:1/\"}).body } | false",
        "allow { input.predicate.big == 12345678901234567890 } | true"
      })
  void onlyTrueAllows(String rules, boolean wanted) throws Exception {
    var policy = AttestationPolicy.read("p.rego", Bytes.utf8("package signature\n" + rules));
    assertThat(passes(policy, "{\"n\":1,\"big\":12345678901234567890}")).isEqualTo(wanted);
  }

  @Test
  void aTextThatHoldsADocumentIsTheDocument() throws Exception {
    var policy = AttestationPolicy.rego("p", "package signature\nallow { input.predicate.n == 1 }");
    assertThat(passes(policy, "\"{\\\"n\\\": 1}\"")).isTrue();
    assertThat(passes(policy, "\"n: 1\"")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"p.cue", "p.txt", "p", "p.rego.cue"})
  void otherLanguagesAreRefusedWhenTheyAreRead(String name) {
    assertThatThrownBy(() -> AttestationPolicy.read(name, Bytes.utf8("package signature")))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.USAGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"allow {", "package signature\nallow { unknown(1) }", ""})
  void brokenPoliciesAreRefused(String text) {
    assertThatThrownBy(() -> AttestationPolicy.rego("p", text))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.POLICY));
  }

  @Test
  void anEndlessPolicyEnds() throws Exception {
    var policy =
        AttestationPolicy.rego(
            "p", "package signature\nallow { numbers.range(1, 100000000)[_] == 0 }");
    assertThat(passes(policy, "{}")).isFalse();
  }
}
