package dev.landwaiter.policy.gatekeeper.cel.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Code;
import dev.landwaiter.policy.gatekeeper.Constraint;
import dev.landwaiter.policy.gatekeeper.Match;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Review;
import dev.landwaiter.policy.gatekeeper.Surroundings;
import dev.landwaiter.policy.gatekeeper.Template;
import dev.landwaiter.policy.gatekeeper.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Templates that mean harm: all of them come to an end, soon, with an error.
class HostileCelTest {
  private static final String OVER = "running out of cost budget";

  /// The messages of one validation, with variables `v0`, `v1` … before it.
  private static List<String> messages(List<String> variables, String validation) throws Exception {
    List<Value> named = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      named.add(
          new ObjectValue(
              Map.of(
                  Value.of("name"), Value.of("v" + i),
                  Value.of("expression"), Value.of(variables.get(i)))));
    }
    var rule = new ObjectValue(Map.of(Value.of("expression"), Value.of(validation)));
    var source =
        new ObjectValue(
            Map.of(
                Value.of("variables"),
                new ArrayValue(named),
                Value.of("validations"),
                ArrayValue.of(rule)));
    Resource resource = Resource.of((ObjectValue) Evaluation.json(Evaluation.OBJECT));
    var template = new Template("t", "T", Optional.empty(), List.of(), List.of(), resource);
    var constraint =
        new Constraint("T", "c", Match.ALL, "deny", List.of(), ObjectValue.EMPTY, resource);
    return new CelDriver(FailurePolicy.FAIL, (_, _) -> {})
            .prepare(template, new Code(Code.CEL, source))
            .judge(
                Review.of(resource, Optional.empty(), Review.Origin.ORIGINAL),
                constraint,
                new Surroundings(ObjectValue.EMPTY, false, _ -> {}))
            .violations()
            .stream()
            .map(Violation::message)
            .toList();
  }

  private static List<String> chain(String first, int length, IntFunction<String> next) {
    List<String> all = new ArrayList<>(List.of(first));
    IntStream.range(1, length).forEach(i -> all.add(next.apply(i - 1)));
    return all;
  }

  private static String numbers(int count) {
    return IntStream.range(0, count)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void loopsInLoops() throws Exception {
    String list = numbers(200);
    assertThat(
            messages(
                List.of(list),
                "variables.v0.all(a, variables.v0.all(b, variables.v0.all(c, a + b + c >= 0)))"))
        .singleElement()
        .asString()
        .contains(OVER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "variables.v%1$d + variables.v%1$d",
        "variables.v%1$d.replace('a', 'aaaaaaaaaaaaaaaaaaaa')",
        "[variables.v%1$d, variables.v%1$d, variables.v%1$d].join(variables.v%1$d)",
        "'%%s%%s'.format([variables.v%1$d, variables.v%1$d])",
        "strings.quote(variables.v%1$d) + variables.v%1$d",
      })
  void textsThatGrow(String step) throws Exception {
    assertThat(messages(chain("'aaaaaaaaaa'", 60, step::formatted), "variables.v59 == ''"))
        .singleElement()
        .asString()
        .contains(OVER);
  }

  @Test
  void listsThatGrow() throws Exception {
    assertThat(
            messages(
                chain(numbers(20), 40, i -> "variables.v" + i + " + variables.v" + i),
                "variables.v39.size() == 0"))
        .singleElement()
        .asString()
        .contains("list of more than 10000000 elements");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "variables.v39 == variables.v39 + []",
        "variables.v39 in [variables.v39]",
        "'%s'.format([variables.v39]) == ''",
        "sets.contains(variables.v39, variables.v39)",
      })
  void sharedListsInLists(String use) throws Exception {
    List<String> lists =
        chain("[1, 2]", 40, i -> "[dyn(variables.v" + i + "), dyn(variables.v" + i + ")]");
    assertThat(messages(lists, use)).singleElement().asString().contains(OVER);
  }

  @Test
  void typesThatGrow() throws Exception {
    List<String> maps =
        chain("[1]", 60, i -> "{\"a\": [variables.v" + i + "]}.map(k, [variables.v" + i + "])");
    assertThat(messages(maps, "variables.v59 == 1")).hasSize(1);
  }

  @Test
  void valuesThatNest() throws Exception {
    List<String> deep =
        chain("[1]", 90, i -> "[".repeat(100) + "dyn(variables.v" + i + ")" + "]".repeat(100));
    assertThat(messages(deep, "variables.v89 == variables.v89")).hasSizeLessThan(2);
  }

  @Test
  void variablesThatNeedEachOther() throws Exception {
    assertThat(messages(List.of("dyn(variables).v1", "dyn(variables).v0"), "variables.v1 == 1"))
        .singleElement()
        .asString()
        .contains("in a circle");
    assertThat(messages(chain("1", 300, i -> "variables.v" + i + " + 1"), "variables.v299 == 300"))
        .singleElement()
        .asString()
        .contains("more than 100 deep");
  }

  @Test
  void workWithoutCost() throws Exception {
    List<String> text =
        chain("'aaaaaaaaaaaaaaaaaaaa'", 18, i -> "variables.v" + i + " + variables.v" + i);
    for (String use :
        List.of(
            "%s.all(i, variables.v17.size() > 0)",
            "%s.all(i, [variables.v17, variables.v17].isSorted())",
            "%s.all(i, [variables.v17] == [variables.v17 + ''])")) {
      String list = "[" + "0,".repeat(3000) + "0]";
      assertThat(messages(text, use.formatted(list + ".map(a, a)"))).hasSizeLessThan(2);
    }
  }

  @Test
  void expressionsThatAreNone() throws Exception {
    assertThat(messages(List.of(), "(".repeat(3000) + "1" + ")".repeat(3000)).getFirst())
        .contains("expression recursion limit exceeded: 250");
    assertThat(messages(List.of(), "!".repeat(90_000) + "true")).hasSizeLessThan(2);
    assertThat(messages(List.of(), "1" + "+1".repeat(40_000)).getFirst())
        .contains("compilation failed");
    String many = messages(List.of(), "[" + "a,".repeat(20_000) + "a]").getFirst();
    assertThat(many.length()).isLessThan(70_000);
    assertThat(messages(List.of(), "x".repeat(200_000)).getFirst()).contains("compilation");
    assertThat(messages(List.of(), "'a'.matches('(a{1000}){1000}')").getFirst())
        .contains("invalid matches argument");
    assertThat(messages(List.of("'(a{1000}){1000}'"), "'a'.matches(variables.v0)").getFirst())
        .contains("error parsing regexp");
  }
}
