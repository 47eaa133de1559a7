package dev.landwaiter.policy.gatekeeper.cel.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.policy.gatekeeper.Code;
import dev.landwaiter.policy.gatekeeper.Constraint;
import dev.landwaiter.policy.gatekeeper.Match;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Review;
import dev.landwaiter.policy.gatekeeper.Surroundings;
import dev.landwaiter.policy.gatekeeper.Template;
import dev.landwaiter.policy.gatekeeper.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CelDriverTest {
  private static final Resource POD = Resource.of((ObjectValue) Evaluation.json(Evaluation.OBJECT));

  private static List<String> run(String source, List<String> mistakes) throws Exception {
    var template = new Template("t", "T", Optional.empty(), List.of(), List.of(), POD);
    var constraint = new Constraint("T", "c", Match.ALL, "deny", List.of(), ObjectValue.EMPTY, POD);
    return new CelDriver(FailurePolicy.FAIL, (name, mistake) -> mistakes.add(name + ": " + mistake))
            .prepare(template, new Code(Code.CEL, (ObjectValue) Evaluation.json(source)))
            .judge(
                Review.of(POD, Optional.empty(), Review.Origin.ORIGINAL),
                constraint,
                new Surroundings(ObjectValue.EMPTY, false, _ -> {}))
            .violations()
            .stream()
            .map(Violation::message)
            .toList();
  }

  /// Parts of a source are given without quotes, which `~` stands for.
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "[{~expression~: ~false~, ~messageExpression~: ~' told '~, ~message~: ~plain~}] => told",
        "[{~expression~: ~false~, ~messageExpression~: ~'a\\\\nb'~, ~message~: ~plain~}] => plain",
        "[{~expression~: ~false~, ~messageExpression~: ~1~, ~message~: ~plain~}] => plain",
        "[{~expression~: ~ false ~, ~message~: ~ ~}] => failed expression: false",
        "[{~expression~: ~object.spec.flag~}] => compilation error: must evaluate to bool but got"
            + " dyn",
        "[{~expression~: ~bool(object.x)~}] => expression 'bool(object.x)' resulted in error: no"
            + " such key: x",
      })
  void tellsWhatKubernetesTells(String validations, String message) throws Exception {
    String source = "{~validations~: " + validations + "}";
    assertThat(run(source.replace('~', '"'), new ArrayList<>())).containsExactly(message);
  }

  @Test
  void variablesFailWhereTheyAreUsed() throws Exception {
    List<String> mistakes = new ArrayList<>();
    String source =
        """
        {"variables": [{"name": "a", "expression": "object.nope"},
                       {"name": "b", "expression": "variables.a + 1"},
                       {"name": "c", "expression": "nope"}],
         "validations": [{"expression": "true"}, {"expression": "variables.b == 1"},
                         {"expression": "variables.c == 1"}]}
        """;
    assertThat(run(source, mistakes))
        .containsExactly(
            "expression 'variables.b == 1' resulted in error: composited variable \"b\" fails to"
                + " evaluate: composited variable \"a\" fails to evaluate: no such key: nope",
            "expression 'variables.c == 1' resulted in error: composited variable \"c\" fails to"
                + " compile: compilation failed: ERROR: <input>:1:1: undeclared reference to"
                + " 'nope' (in container '')\n | nope\n | ^");
    assertThat(mistakes).singleElement().asString().startsWith("t: variable c: compilation failed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "{~name~: ~n~, ~expression~: ~false~}, {~name~: ~m~, ~expression~: ~bool(object.x)~} => ''",
        "{~name~: ~n~, ~expression~: ~true~} => no",
        "{~name~: ~n~, ~expression~: ~bool(object.x)~} => expression 'bool(object.x)' resulted in"
            + " error: no such key: x",
        "{~name~: ~n~, ~expression~: ~bool(object.x)~}, {~name~: ~m~, ~expression~: ~1~} =>"
            + " [expression 'bool(object.x)' resulted in error: no such key: x, compilation error:"
            + " must evaluate to bool but got int]",
      })
  void conditionsComeFirst(String conditions, String message) throws Exception {
    String source =
        "{~matchCondition~: ["
            + conditions
            + "], ~validations~: [{~expression~: ~false~, ~message~: ~no~}]}";
    assertThat(String.join("", run(source.replace('~', '"'), new ArrayList<>())))
        .isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "{~failurePolicy~: ~fail~} => unrecognized failure policy: fail",
        "{~variables~: [{~name~: ~gatekeeper_internal_x~}]} => reserved",
        "{~variables~: [{~name~: ~params~}]} => reserved",
        "{~matchCondition~: [{~name~: ~gatekeeper_internal_x~}]} => reserved",
        "{~validations~: {}} => must be a list",
        "{~validations~: [1]} => must be a list of objects",
        "{~validations~: [{~expression~: 1}]} => must be a text",
      })
  void refuses(String source, String message) {
    assertThatThrownBy(() -> run(source.replace('~', '"'), new ArrayList<>()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(message);
  }
}
