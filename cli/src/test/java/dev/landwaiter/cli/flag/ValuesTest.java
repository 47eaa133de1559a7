package dev.landwaiter.cli.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  private static final Flag SEVERITY =
      Flag.texts("min-severity", "")
          .key("report.severity")
          .allowed("LOW", "HIGH")
          .standard("LOW,HIGH")
          .formerly(new Flag.Former("old-severity", "old.severity"));
  private static final Flag QUIET = Flag.toggle("quiet", "");
  private static final Flag CODE = Flag.of("exit-code", FlagType.NUMBER, "").standard("0");
  private static final Flag TIMEOUT = Flag.of("timeout", FlagType.DURATION, "").standard("5m0s");
  private static final Flag RATIO = Flag.of("ratio", FlagType.DECIMAL, "").standard("0.9");

  private static Values values(
      Map<Flag, List<String>> given,
      Map<String, String> environment,
      Map<String, List<String>> file) {
    return new Values(given, environment, "TRIVY_", file, Values.Wording.OWN);
  }

  private static Values given(Flag flag, String... words) {
    return values(Map.of(flag, List.of(words)), Map.of(), Map.of());
  }

  @Test
  void lineThenEnvironmentThenFileThenStandard() throws Exception {
    Map<Flag, List<String>> line = Map.of(SEVERITY, List.of("HIGH"));
    Map<String, String> environment = Map.of("TRIVY_MIN_SEVERITY", "LOW");
    Map<String, List<String>> file = Map.of("report.severity", List.of("HIGH", "LOW"));
    assertThat(values(line, environment, file).texts(SEVERITY)).containsExactly("HIGH");
    assertThat(values(Map.of(), environment, file).texts(SEVERITY)).containsExactly("LOW");
    assertThat(values(Map.of(), Map.of(), file).texts(SEVERITY)).containsExactly("HIGH", "LOW");
    var none = values(Map.of(), Map.of(), Map.of());
    assertThat(none.texts(SEVERITY)).containsExactly("LOW", "HIGH");
    assertThat(none.isSet(SEVERITY)).isFalse();
  }

  @Test
  void anEmptyVariableIsNone() throws Exception {
    var values = values(Map.of(), Map.of("TRIVY_MIN_SEVERITY", ""), Map.of());
    assertThat(values.isSet(SEVERITY)).isFalse();
  }

  @Test
  void formerNamesWorkInTheEnvironmentAndTheFile() throws Exception {
    assertThat(values(Map.of(), Map.of("TRIVY_OLD_SEVERITY", "LOW"), Map.of()).texts(SEVERITY))
        .containsExactly("LOW");
    assertThat(values(Map.of(), Map.of(), Map.of("old.severity", List.of("HIGH"))).texts(SEVERITY))
        .containsExactly("HIGH");
  }

  @Test
  void listsAreSplitAndJoined() throws Exception {
    assertThat(given(SEVERITY, "LOW,,HIGH", "LOW").texts(SEVERITY))
        .containsExactly("LOW", "HIGH", "LOW");
    assertThat(given(SEVERITY, "").texts(SEVERITY)).isEmpty();
  }

  @Test
  void aValueThatIsNotAllowedIsToldWithThoseThatAre() {
    assertThatThrownBy(() -> given(SEVERITY, "LOW,NOPE").texts(SEVERITY))
        .hasMessage(
            "invalid argument \"[LOW NOPE]\" for \"--min-severity\" flag: must be one of"
                + " [\"LOW\" \"HIGH\"]");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "1, true", "T, true", "false, false", "0, false", "False, false"})
  void truthAsGoWritesIt(String text, boolean expected) throws Exception {
    assertThat(given(QUIET, text).flag(QUIET)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "", "2", "tRUE"})
  void noOtherWordsAreTruth(String text) {
    assertThatThrownBy(() -> given(QUIET, text).flag(QUIET)).hasMessageContaining("--quiet");
  }

  @Test
  void theLastOfSeveralCounts() throws Exception {
    assertThat(given(QUIET, "true", "false").flag(QUIET)).isFalse();
    assertThat(given(CODE, "1", "2").number(CODE)).isEqualTo(2);
  }

  @Test
  void durations() throws Exception {
    assertThat(given(TIMEOUT, "90s").duration(TIMEOUT)).isEqualTo(Duration.ofSeconds(90));
    assertThatThrownBy(() -> given(TIMEOUT, "soon").duration(TIMEOUT))
        .hasMessageContaining("no duration");
  }

  @Test
  void valuesAreCheckedAlsoWhenNobodyReadsThem() throws Exception {
    given(RATIO, "0.5").check(RATIO);
    given(CODE, "3").check(CODE);
    assertThatThrownBy(() -> given(RATIO, "much").check(RATIO)).hasMessageContaining("--ratio");
    assertThatThrownBy(() -> given(CODE, "x").check(CODE)).hasMessageContaining("--exit-code");
    assertThatThrownBy(() -> given(SEVERITY, "x").check(SEVERITY))
        .hasMessageContaining("--min-severity");
    assertThatThrownBy(() -> given(QUIET, "x").check(QUIET)).hasMessageContaining("--quiet");
    assertThatThrownBy(() -> given(TIMEOUT, "x").check(TIMEOUT)).hasMessageContaining("--timeout");
  }
}
