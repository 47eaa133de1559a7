package dev.landwaiter.dockerfile.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.lint.LabelType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the sources of configuration are joined, and what a run comes to.
class ConfigurationTest {
  private static Layer file(String text) {
    return ConfigurationFile.read("x", text.getBytes(UTF_8)).layer();
  }

  private static Configuration merged(Map<String, String> environment, String file, String flags) {
    return Configuration.merge(Environment.read(environment), file(file), file(flags));
  }

  @Test
  void ofSingleValuesTheCommandLineGoesFirst() {
    Map<String, String> environment =
        Map.of("HADOLINT_FAILURE_THRESHOLD", "error", "HADOLINT_NOFAIL", "1");

    assertThat(merged(environment, "{}", "{}").threshold()).isEqualTo(Level.ERROR);
    assertThat(merged(environment, "failure-threshold: style", "{}").threshold())
        .isEqualTo(Level.STYLE);
    assertThat(
            merged(environment, "failure-threshold: style", "failure-threshold: info").threshold())
        .isEqualTo(Level.INFO);
    assertThat(merged(environment, "no-fail: false", "{}").noFail()).isFalse();
  }

  @Test
  void listsAreJoined() {
    Configuration merged =
        merged(
            Map.of("HADOLINT_IGNORE", "A, B", "HADOLINT_TRUSTED_REGISTRIES", "a.org"),
            "ignored: [C]\ntrustedRegistries: [b.org]",
            "ignored: [D]\ntrustedRegistries: [a.org]");

    assertThat(merged.ignored()).containsExactlyInAnyOrder("A", " B", "C", "D");
    assertThat(merged.settings().trustedRegistries()).containsExactly("a.org", "b.org");
  }

  @Test
  void theWorstLevelWins() {
    Configuration merged =
        merged(
            Map.of("HADOLINT_OVERRIDE_ERROR", "A"),
            "override: {warning: [A, B]}",
            "override: {style: [A, B], info: [C]}");

    assertThat(merged.level("A", Level.INFO)).isEqualTo(Level.ERROR);
    assertThat(merged.level("B", Level.INFO)).isEqualTo(Level.WARNING);
    assertThat(merged.level("C", Level.ERROR)).isEqualTo(Level.INFO);
    assertThat(merged.level("D", Level.STYLE)).isEqualTo(Level.STYLE);
  }

  @Test
  void ofALabelTheEnvironmentGoesFirst() {
    assertThat(
            merged(
                    Map.of("HADOLINT_REQUIRE_LABELS", "a:url,b,c:number"),
                    "label-schema: {a: semver, d: hash}",
                    "label-schema: {d: email}")
                .settings()
                .labels())
        .isEqualTo(
            Map.of("a", LabelType.URL, "b", LabelType.of("").orElseThrow(), "d", LabelType.HASH));
  }

  @ParameterizedTest
  @CsvSource({
    "{}, WARNING, true",
    "{}, STYLE, false",
    "failure-threshold: error, WARNING, false",
    "failure-threshold: none, STYLE, true",
    "failure-threshold: ignore, STYLE, true",
    "no-fail: true, ERROR, false",
    "format: codeclimate, ERROR, false",
    "format: codacy, ERROR, false",
    "format: gitlab_codeclimate, ERROR, true",
  })
  void fails(String text, Level level, boolean expected) {
    Configuration configuration = merged(Map.of(), text, "{}");
    var place = new Position(1, 1);
    var finding =
        new Finding("X", List.of(), level, 1, new Span(place, place), "x", Optional.empty());

    assertThat(Verdict.fails(configuration, configuration.formats(), List.of(finding), false))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2.15, true, true", "2.14.0, true, false", "v2.13, false, false", "3.0, true, true"})
  void olderReleasesHaveFewerRules(String version, boolean go, boolean numbers) {
    RuleVersion of = RuleVersion.of(version).orElseThrow();

    assertThat(of.has("DL3062")).isEqualTo(go);
    assertThat(of.has("DL3066")).isEqualTo(numbers);
    assertThat(of.has("DL3006")).isTrue();
  }
}
