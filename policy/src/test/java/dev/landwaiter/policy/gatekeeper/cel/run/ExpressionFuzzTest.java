package dev.landwaiter.policy.gatekeeper.cel.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.policy.gatekeeper.cel.check.Checked;
import dev.landwaiter.policy.gatekeeper.cel.check.Environment;
import dev.landwaiter.policy.gatekeeper.cel.check.Wanted;
import dev.landwaiter.policy.gatekeeper.cel.value.Item;
import dev.landwaiter.policy.gatekeeper.cel.value.JsonItems;
import dev.landwaiter.policy.gatekeeper.cel.value.Meter;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Words thrown together: they are told to be no expression, or have a value, or fail.
class ExpressionFuzzTest {
  private static final int ROUNDS = 6_000;

  private static final List<String> WORDS =
      List.of(
          "object",
          "oldObject",
          "request",
          "variables",
          ".spec",
          ".ports",
          "[0]",
          "[?0]",
          ".?x",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ",",
          ":",
          "?",
          "&&",
          "||",
          "!",
          "-",
          "+",
          "*",
          "/",
          "%",
          "==",
          "<",
          " in ",
          "1",
          "2u",
          "1.5",
          "'a'",
          "b'x'",
          "null",
          "true",
          "r'['",
          "\"\"\"",
          "\\",
          "'\\u00'",
          "x",
          ".all(x, x)",
          ".map(x, x)",
          ".exists(i, x, x == i)",
          "has(object.spec)",
          "quantity('1')",
          ".add(1)",
          "size(object)",
          ".size()",
          ".format([1])",
          "'%s'",
          "dyn(1)",
          "optional.of(1)",
          ".orValue(2)",
          ".optMap(y, y)",
          "type(1)",
          "int",
          "string(",
          "cel.",
          "@in",
          "`a`",
          "//",
          "\n",
          "\u0000",
          "é",
          "\ud800",
          "timestamp(0)",
          ".getHours('x')",
          ".transformMap(k, v, v)",
          "duration('1s')",
          "9223372036854775808",
          "0x",
          "1e",
          "in");

  private final Random random = new Random(5);

  @Test
  void everyTextHasAnOutcome() {
    var environment = new Environment();
    Item object = JsonItems.of(Evaluation.json(Evaluation.OBJECT));
    Item[] inputs = {object, Item.Null.NULL, object, JsonItems.of(NullValue.NULL), object};
    int values = 0;
    for (int i = 0; i < ROUNDS; i++) {
      var text = new StringBuilder(random.nextBoolean() ? "object" : "");
      for (int length = random.nextInt(9); length >= 0; length--) {
        text.append(WORDS.get(random.nextInt(WORDS.size())));
      }
      switch (environment.compile(text.toString(), Wanted.ANY)) {
        case Checked.Wrong wrong ->
            assertThat(wrong.text()).as("%s", text).contains("compilation failed: ERROR: <input>:");
        case Checked.Fine fine -> {
          Item item = fine.program().run(inputs, new Meter(Meter.PER_CALL));
          assertThat(item.typeName()).isNotEmpty();
          values++;
        }
      }
    }
    assertThat(values).isGreaterThan(ROUNDS / 50);
  }
}
