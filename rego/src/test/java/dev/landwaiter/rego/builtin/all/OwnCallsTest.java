package dev.landwaiter.rego.builtin.all;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.testing.CaseLines;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls of our own: an expression, ` => ` and its outcome as JSON.
class OwnCallsTest {
  private final Calls calls;

  OwnCallsTest() throws RegoException {
    calls = new Calls();
  }

  @Test
  void hold() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> lines =
        CaseLines.of("/builtin-calls/cases.txt").stream().filter(line -> !line.isEmpty()).toList();
    for (String line : lines) {
      int arrow = line.lastIndexOf(" => ");
      String got = calls.outcome(line.substring(0, arrow));
      if (!got.equals(line.substring(arrow + 4))) {
        wrong.add(line + "\n  ours: " + got);
      }
    }
    assertThat(lines).hasSizeGreaterThan(100);
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numbers.range(0, 100000000)",
        "array.concat(numbers.range(0, 400000), numbers.range(0, 400000))",
        "replace(concat(\"\", [sprintf(\"%1000000d\", [1])]), \" \", sprintf(\"%1000d\", [1]))",
        "sprintf(\"%1000000d%1000000d%1000000d%1000000d%1000000d%1000000d%1000000d%1000000d"
            + "%1000000d%1000000d%1000000d%1000000d%1000000d%1000000d%1000000d\", numbers.range(1, 15))",
        "split(sprintf(\"%1000000d\", [1]), \"\")",
        "regex.find_n(\"\", sprintf(\"%1000000d\", [1]), -1)",
        "indexof_n(sprintf(\"%1000000d\", [1]), \" \")",
      })
  void endAtTheLimitOfMemory(String expression) {
    var budget = new Budget(Long.MAX_VALUE, Long.MAX_VALUE, 750_000, Budget.DEPTH);

    assertThat(Calls.show(calls.outcome(expression, budget)))
        .isEqualTo(
            "{\"error\":\"eval_cancel_error: the evaluation made more than the 750000 values"
                + " allowed\"}");
  }
}
