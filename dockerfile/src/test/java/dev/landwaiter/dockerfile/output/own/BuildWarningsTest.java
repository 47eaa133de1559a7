package dev.landwaiter.dockerfile.output.own;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildWarningsTest {
  @ParameterizedTest
  @CsvSource({
    "StageNameCasing, stage-name-casing",
    "FromAsCasing, from-as-casing",
    "JSONArgsRecommended, json-args-recommended",
    "UndefinedArgInFrom, undefined-arg-in-from",
    "SecretsUsedInArgOrEnv, secrets-used-in-arg-or-env"
  })
  void addressesNameTheRule(String rule, String name) {
    assertThat(BuildWarnings.kebab(rule)).isEqualTo(name);
  }
}
