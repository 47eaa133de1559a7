package dev.landwaiter.policy.gatekeeper.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0s",
    "1, 1ns",
    "999, 999ns",
    "1500, 1.5µs",
    "1000000, 1ms",
    "12345678, 12.345678ms",
    "1000000000, 1s",
    "62500000000, 1m2.5s",
    "60000000000, 1m0s",
    "3661000000001, 1h1m1.000000001s",
  })
  void timesAreWrittenAndReadAsInGo(long nanos, String text) {
    assertThat(DurationText.of(nanos)).isEqualTo(text);
    assertThat(DurationText.parse(text)).hasValue(nanos);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "1.2.3s", "1x", "-1s", "99999999999999999999h"})
  void otherTextsAreNoTimes(String text) {
    assertThat(DurationText.parse(text)).isEmpty();
  }
}
