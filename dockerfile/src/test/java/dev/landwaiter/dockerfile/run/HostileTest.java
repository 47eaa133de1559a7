package dev.landwaiter.dockerfile.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.dockerfile.config.Configuration;
import dev.landwaiter.dockerfile.parse.Parser;
import dev.landwaiter.dockerfile.stage.BuildInput;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Trouble;
import dev.landwaiter.dockerfile.testing.Hostile;
import dev.landwaiter.dockerfile.testing.Spans;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Files made to cost time, memory or the stack are judged by all rules, and what is too much is
/// told.
class HostileTest {
  private static final Map<String, String> FILES = Hostile.files();

  static Iterable<String> all() {
    return FILES.keySet();
  }

  @ParameterizedTest
  @MethodSource("all")
  void allRulesComeToAnEnd(String name) {
    Dockerfile file = parse(name);
    for (Profile each : Profile.values()) {
      var options = Linter.Options.of(Configuration.DEFAULT, each, LocalDate.of(2026, 1, 1));
      var outcome = new Linter(options).lint("Dockerfile", file, Optional.of("*\n"));
      Spans.check(file, outcome.linted().findings());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          forms in forms           | 200
          a stage's name of forms  | 200
          values that double       | 65536
          replacements that grow   | 65536
          patterns that nearly match | 20000000
          defaults that double     | 65536
          """)
  void theBuilderGivesUpWithTheLimit(String name, String limit) {
    Optional<Trouble> failure =
        BuilderLinter.lint(parse(name), BuildInput.UNKNOWN, Optional.empty()).failure();
    assertThat(failure).hasValueSatisfying(it -> assertThat(it.message()).contains(limit));
  }

  private static Dockerfile parse(String name) {
    return new Parser().parse(FILES.getOrDefault(name, ""));
  }
}
