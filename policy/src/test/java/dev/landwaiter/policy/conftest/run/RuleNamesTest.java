package dev.landwaiter.policy.conftest.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleNamesTest {
  @ParameterizedTest
  @CsvSource({
    "deny, failure",
    "violation, failure",
    "deny_a, failure",
    "deny_a9_B, failure",
    "violation_x, failure",
    "warn, warning",
    "warn_old, warning",
    "deny_, resembling",
    "deny__a, resembling",
    "denyx, resembling",
    "Deny, resembling",
    "DENY, resembling",
    "warning, resembling",
    "violations, resembling",
    "deny_ä, resembling",
    "mydeny, other",
    "allow, other",
    "warnx, other",
    "test_deny, other",
  })
  void namesTellWhatIsAsked(String name, String kind) {
    String found =
        RuleNames.isFailure(name)
            ? "failure"
            : RuleNames.isWarning(name)
                ? "warning"
                : RuleNames.resembles(name) ? "resembling" : "other";
    assertThat(found).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "deny, ''",
    "warn, ''",
    "violation, ''",
    "deny_a, a",
    "warn_a_b, a_b",
    "violation_deny_a, a",
    "deny_violation_a, violation_a",
    "deny_warn_a, a",
    "warn_deny_a, deny_a",
  })
  void exceptionsNameARuleWithoutItsFirstWords(String name, String suffix) {
    assertThat(RuleNames.suffix(name)).isEqualTo(suffix);
  }
}
