package dev.landwaiter.dockerfile.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.lint.LabelType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What configuration files say, and when nothing in them counts.
class ConfigurationFileTest {
  private static ConfigurationFile.Read read(String text) {
    return ConfigurationFile.read(".hadolint.yaml", text.getBytes(UTF_8));
  }

  @Test
  void allKeys() {
    ConfigurationFile.Read read =
        read(
            """
            failure-threshold: warning
            formats: [json, sarif]
            format: tty
            ignored: [DL3006]
            override:
              error: [DL3001]
              style: [DL3002, SC2086]
            trustedRegistries: [example.org]
            label-schema:
              a: semver
              b: ""
            strict-labels: true
            disable-ignore-pragma: False
            no-fail: TRUE
            other: 1
            """);

    assertThat(read.problem()).isEmpty();
    assertThat(read.warnings()).singleElement().asString().contains("other");
    Layer layer = read.layer();
    assertThat(layer.threshold()).contains(Level.WARNING);
    assertThat(layer.formats()).containsExactly("json", "sarif", "tty");
    assertThat(layer.ignored()).containsExactly("DL3006");
    assertThat(layer.overrides())
        .isEqualTo(
            Map.of(Level.ERROR, List.of("DL3001"), Level.STYLE, List.of("DL3002", "SC2086")));
    assertThat(layer.trustedRegistries()).containsExactly("example.org");
    assertThat(layer.labels())
        .isEqualTo(Map.of("a", LabelType.SEMVER, "b", LabelType.of("").orElseThrow()));
    assertThat(layer.switches())
        .isEqualTo(
            new Layer.Switches(
                Optional.of(true),
                Optional.of(false),
                Optional.empty(),
                Optional.of(true),
                Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "ignored:",
        "ignored: ~",
        "ignored: []",
        "override:",
        "override:\n  error:",
        "label-schema: {}",
        "no-fail: ~",
        "failure-threshold: null"
      })
  void saysNothing(String text) {
    assertThat(read(text).problem()).isEmpty();
    assertThat(read(text).layer()).isEqualTo(Layer.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# a remark\n",
        "- DL3006",
        "ignored: DL3006",
        "ignored: [3006]",
        "ignored: [DL3006, null]",
        "ignored:\n\t- DL3006",
        "ignored: [DL3006]\n---\nignored: [DL3007]",
        "ignored: [DL3006]\nignored: [DL3007]",
        "failure-threshold: Error",
        "failure-threshold: nothing",
        "no-fail: \"true\"",
        "no-fail: yes",
        "no-fail: 1",
        "override: []",
        "override:\n  error: DL3006",
        "label-schema:\n  a: number",
        "label-schema:\n  a:",
        "format: paper",
        "format: [json]",
        "ignored: [DL3006",
      })
  void isVoid(String text) {
    assertThat(read(text).problem()).isPresent();
    assertThat(read(text).layer()).isEqualTo(Layer.NONE);
  }
}
