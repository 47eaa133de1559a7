package dev.landwaiter.cli.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {
  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "90s, PT1M30S",
    "1h30m, PT1H30M",
    "5m0s, PT5M",
    "1.5h, PT1H30M",
    ".5s, PT0.5S",
    "1500ms, PT1.5S",
    "3us, PT0.000003S",
    "3µs, PT0.000003S",
    "1.9ns, PT0.000000001S",
    "0.0000000001h, PT0.00000036S",
    "0.99999999999m, PT59.999999999S",
    "5.s, PT5S",
    "1.00000000000000000000000000000000000009s, PT1S",
    "2562047h, PT2562047H"
  })
  void sumsOfNumbersWithUnits(String text, Duration expected) {
    assertThat(GoDuration.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "m",
        "5x",
        "5m ",
        " 5m",
        "-5m",
        "1..5s",
        ".",
        "1e3s",
        "5 m",
        "1d",
        "2562048h",
        "99999999999999999999h",
        "2562047h2562047h",
        "1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s1s"
      })
  void everythingElseIsNone(String text) {
    assertThat(GoDuration.parse(text)).isEmpty();
  }
}
