package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CosignWordsTest {
  @ParameterizedTest
  @CsvSource({
    "verify -key a, verify --key a, true",
    "verify -key=a, verify --key=a, true",
    "verify --o json, verify -o json, true",
    "verify -o json, verify -o json, false",
    "verify -ojson, verify -ojson, false",
    "verify --key a -- -key, verify --key a -- -key, false",
    "sign-blob -, sign-blob -, false",
    "-version, --version, true"
  })
  void longFlagsMayHaveOneDash(String line, String wanted, boolean told) {
    var stderr = new ByteArrayOutputStream();
    List<String> words =
        CosignWords.posix(
            List.of(line.split(" ", -1)),
            Commands.cosign(),
            new PrintStream(stderr, true, StandardCharsets.UTF_8));
    assertThat(String.join(" ", words)).isEqualTo(wanted);
    assertThat(stderr.size() > 0).isEqualTo(told);
  }
}
