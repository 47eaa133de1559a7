package dev.landwaiter.policy.gatekeeper.cel.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.testing.CaseLines;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Expressions and their outcomes, among them the errors of cel-go.
class EvaluationTest {
  private static final String ARROW = "  =>  ";

  static List<String> cases() throws IOException {
    return CaseLines.of("/cel/expressions.txt");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void evaluates(String line) {
    int arrow = line.indexOf(ARROW);
    assertThat(Evaluation.of(line.substring(0, arrow)).replace("\n", "\\n"))
        .isEqualTo(line.substring(arrow + ARROW.length()));
  }
}
