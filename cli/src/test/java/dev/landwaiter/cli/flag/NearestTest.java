package dev.landwaiter.cli.flag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> KNOWN =
      List.of("severity", "scanners", "skip-dirs", "skip-files", "quiet");

  @ParameterizedTest
  @CsvSource({
    "severty, severity",
    "serverity, severity",
    "skip-dir, skip-dirs",
    "skip-file, skip-files",
    "qiet, quiet",
    "quiet, quiet",
    "quite, quiet",
    "quit, quiet",
    "quux, ''",
    "completely-else, ''",
    "'', ''"
  })
  void atMostTwoEditsAway(String typed, String expected) {
    assertThat(Nearest.to(typed, KNOWN)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"severty, ' (did you mean --severity?)'", "zzzzzz, ''"})
  void theHint(String typed, String expected) {
    assertThat(Nearest.hint(typed, KNOWN)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource("100000")
  void aVeryLongWordIsNearToNothing(int length) {
    assertThat(Nearest.to("s".repeat(length), KNOWN)).isEmpty();
  }
}
