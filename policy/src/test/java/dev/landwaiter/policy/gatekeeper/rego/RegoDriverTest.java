package dev.landwaiter.policy.gatekeeper.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Code;
import dev.landwaiter.policy.gatekeeper.Constraint;
import dev.landwaiter.policy.gatekeeper.GroupVersionKind;
import dev.landwaiter.policy.gatekeeper.Judge;
import dev.landwaiter.policy.gatekeeper.Match;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.Review;
import dev.landwaiter.policy.gatekeeper.Surroundings;
import dev.landwaiter.policy.gatekeeper.Template;
import dev.landwaiter.policy.gatekeeper.Violation;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.ClosedWorld;
import dev.landwaiter.rego.builtin.all.Builtins;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegoDriverTest {
  private static final Resource NOTHING =
      new Resource(new GroupVersionKind("", "v1", "Pod"), "p", "", ObjectValue.EMPTY);
  private static final Template TEMPLATE =
      new Template("flag", "Flag", Optional.empty(), List.of(), List.of(), NOTHING);

  private static RegoDriver driver(boolean inventory, Set<String> disabled) {
    var world = new ClosedWorld(() -> Instant.EPOCH, () -> 0, new SplittableRandom(1));
    return new RegoDriver(
        new RegoDriverSettings(
            world, () -> Budget.NONE, Builtins.all(), disabled, inventory, true));
  }

  private static Judge prepare(String version, String rego, String... libraries)
      throws RefusedException {
    return driver(true, Set.of()).prepare(TEMPLATE, code(version, rego, libraries));
  }

  private static Code code(String version, String rego, String... libraries) {
    var source = new ObjectValue.Draft();
    source.put(Value.of("rego"), Value.of(rego));
    source.put(Value.of("version"), Value.of(version));
    source.put(Value.of("libs"), new ArrayValue(Arrays.stream(libraries).map(Value::of).toList()));
    return new Code(Code.REGO, source.finish());
  }

  private static List<String> messages(Judge judge) throws Exception {
    return judge(judge, false, _ -> {});
  }

  private static List<String> judge(
      Judge judge, boolean trace, java.util.function.Consumer<String> print) throws Exception {
    var constraint =
        new Constraint("Flag", "c", Match.ALL, "deny", List.of(), ObjectValue.EMPTY, NOTHING);
    Review review = Review.of(NOTHING, Optional.empty(), Review.Origin.ORIGINAL);
    return judge
        .judge(review, constraint, new Surroundings(ObjectValue.EMPTY, trace, print))
        .violations()
        .stream()
        .map(Violation::message)
        .toList();
  }

  @Test
  void theClassicAllowListIsRefusedAndExplained() {
    String rego =
        """
        package x
        violation[{"msg": m}] {
          c := input.review.object.spec.containers[_]
          not startswith(c.image, input.parameters.repos[_])
          m := c.image
        }
        """;
    assertThatThrownBy(() -> prepare("v0", rego))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.text())
                  .isEqualTo(
                      "unable to compile modules: 1 error occurred: template:4:"
                          + " rego_unsafe_var_error: var _ is unsafe");
              assertThat(e.hint())
                  .contains("not strings.any_prefix_match(c.image, input.parameters.repos)")
                  .contains("allowed(image) { startswith(image, input.parameters.repos[_]) }")
                  .contains(
                      "not { some each in input.parameters.repos; startswith(c.image, each) }");
            });
  }

  @Test
  void theSpellingsOfTheHintCompile() throws Exception {
    String head = "package x\nimport future.keywords.not\nimport future.keywords.in\n";
    for (String body :
        List.of(
            "not strings.any_prefix_match(\"i\", input.parameters.repos)",
            "not allowed(\"i\")",
            "not { some each in input.parameters.repos; startswith(\"i\", each) }")) {
      String own = "allowed(image) { startswith(image, input.parameters.repos[_]) }\n";
      assertThat(prepare("v0", head + "violation[{\"msg\": \"m\"}] { " + body + " }\n" + own))
          .isNotNull();
    }
  }

  @Test
  void librariesOfOnePackageCountAll() throws Exception {
    Judge judge =
        prepare(
            "v0",
            "package x\nimport data.lib.a\nviolation[{\"msg\": m}] { a.messages[m] }",
            "package lib.a\nmessages[\"one\"] { true }",
            "package lib.a\nmessages[\"two\"] { true }");
    assertThat(messages(judge)).containsExactly("one", "two");
  }

  @Test
  void librariesReachEachOtherByTheirOldNames() throws Exception {
    Judge judge =
        prepare(
            "v1",
            "package x\nviolation contains {\"msg\": m} if m := data.lib.a.say(\"x\")",
            "package lib.a\nimport data.lib.b\nsay(t) := b.twice(t)",
            "package lib.b\ntwice(t) := concat(\"\", [t, t])");
    assertThat(messages(judge)).containsExactly("xx");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "v { data.other.y } | disallowed ref data.other.y",
        "v { data } | disallowed ref data",
        "v { k := \"a\"; data[k] } | disallowed ref data[k]",
        "v { data.x.w } | disallowed ref data.x.w",
        "v { data.other.f(1) } | disallowed ref data.other.f",
        "v { x := 1 with data.other as 2 } | disallowed ref data.other",
        "`v { [z | z := data.other] }` | disallowed ref data.other",
      })
  void otherDocumentsAreOutOfReach(String rule, String words) {
    String rego = "package x\nviolation[{\"msg\": \"m\"}] { v }\n" + rule;
    assertThatThrownBy(() -> prepare("v0", rego))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("check refs failed on module {template}")
        .hasMessageContaining(words);
  }

  @Test
  void theInventoryMayBeClosed() throws Exception {
    Code code = code("v0", "package x\nviolation[{\"msg\": \"m\"}] { data.inventory.cluster }");
    assertThat(driver(true, Set.of()).prepare(TEMPLATE, code)).isNotNull();
    assertThatThrownBy(() -> driver(false, Set.of()).prepare(TEMPLATE, code))
        .hasMessageContaining("disallowed ref data.inventory.cluster");
  }

  @Test
  void functionsMayBeTakenAway() {
    Code code = code("v0", "package x\nviolation[{\"msg\": \"m\"}] { http.send({}) }");
    assertThatThrownBy(() -> driver(true, Set.of("http.send")).prepare(TEMPLATE, code))
        .hasMessageContaining("undefined function http.send");
  }

  @Test
  void printsAndTracesAreHandedOut() throws Exception {
    Judge judge = prepare("v0", "package x\nviolation[{\"msg\": \"m\"}] { print(\"seen\") }");
    List<String> lines = new ArrayList<>();
    assertThat(judge(judge, true, lines::add)).containsExactly("m");
    assertThat(lines).containsExactly("seen");
  }

  @Test
  void elementsWithoutAMessageAreDroppedAndEqualOnesAreOne() throws Exception {
    Judge judge =
        prepare(
            "v0",
            """
            package x
            violation[{"msg": "m", "other": 1}] { true }
            violation[{"msg": "m", "other": 2}] { true }
            violation[{"x": 1}] { true }
            """);
    assertThat(messages(judge)).containsExactly("m");
  }
}
