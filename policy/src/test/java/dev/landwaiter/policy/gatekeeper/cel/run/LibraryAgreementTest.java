package dev.landwaiter.policy.gatekeeper.cel.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random expressions give the same here and in the evaluator that comes with the library. There is
/// no NaN among their values: the library orders it, cel-go does not.
class LibraryAgreementTest {
  private static final int EXPRESSIONS = 1_500;

  // Its planner has no other results, and this is the one that is known best.
  @SuppressWarnings("InlineMeInliner")
  private static final Cel LIBRARY =
      CelFactory.standardCelBuilder()
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .setOptions(CelOptions.current().enableHeterogeneousNumericComparisons(true).build())
          .addVar("object", SimpleType.DYN)
          .build();

  private static final Map<String, Object> OBJECT =
      Map.of(
          "n", 3L, "d", 0.5, "s", "abc", "t", true, "l", List.of(1L, 2L, 3L), "m", Map.of("a", 1L));

  private final Random random = new Random(7);

  @Test
  void agree() throws Exception {
    List<String> differences = new ArrayList<>();
    int values = 0;
    for (int i = 0; i < EXPRESSIONS; i++) {
      String expression = flag(4);
      String theirs = theirs(expression);
      String ours = ours(expression);
      values += theirs.equals("error") ? 0 : 1;
      if (!ours.equals(theirs)) {
        differences.add(expression + ": " + ours + ", not " + theirs);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(values).isGreaterThan(EXPRESSIONS / 4);
  }

  private static String theirs(String expression) {
    try {
      var tree = LIBRARY.compile(expression).getAst();
      return String.valueOf(LIBRARY.createProgram(tree).eval(Map.of("object", OBJECT)));
    } catch (CelValidationException e) {
      return "no expression";
    } catch (CelEvaluationException e) {
      return "error";
    }
  }

  private static String ours(String expression) {
    String outcome =
        Evaluation.of(
            expression,
            """
            {"n": 3, "d": 0.5, "s": "abc", "t": true, "l": [1, 2, 3], "m": {"a": 1}}
            """);
    return outcome.startsWith("compilation failed")
        ? "no expression"
        : outcome.startsWith("error") ? "error" : outcome;
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String flag(int depth) {
    if (depth == 0) {
      return pick("true", "false", "object.t", "has(object.s)", "has(object.m.a)", "object.nope");
    }
    int next = depth - 1;
    return switch (random.nextInt(12)) {
      case 0, 1 -> "(" + flag(next) + " && " + flag(next) + ")";
      case 2, 3 -> "(" + flag(next) + " || " + flag(next) + ")";
      case 4 -> "!" + flag(next);
      case 5 -> "(" + flag(next) + " ? " + flag(next) + " : " + flag(next) + ")";
      case 6 ->
          "("
              + whole(next)
              + pick(" < ", " <= ", " > ", " >= ", " == ", " != ")
              + whole(next)
              + ")";
      case 7 -> "(" + whole(next) + pick(" < ", " >= ") + real(next) + ")";
      case 8 -> "(" + text(next) + pick(" < ", " == ", " != ") + text(next) + ")";
      case 9 -> text(next) + pick(".contains(", ".startsWith(", ".endsWith(") + text(next) + ")";
      case 10 ->
          list(next)
              + pick(".all", ".exists", ".exists_one")
              + "(x, "
              + pick("x", "x / " + whole(0), "x + 1")
              + pick(" > 1)", " < 2)", " == 0)");
      default -> "(" + whole(next) + " in " + list(next) + ")";
    };
  }

  private String whole(int depth) {
    if (depth <= 0) {
      return pick(
          "0",
          "1",
          "-2",
          "7",
          "9223372036854775807",
          "object.n",
          "object.l[1]",
          "object.m.a",
          "object.l[9]");
    }
    int next = depth - 1;
    return switch (random.nextInt(5)) {
      case 0, 1 -> "(" + whole(next) + pick(" + ", " - ", " * ", " / ", " % ") + whole(next) + ")";
      case 2 -> "size(" + pick(text(next), list(next)) + ")";
      case 3 -> "int(" + pick(real(next), "'12'", "'x'", whole(next)) + ")";
      default -> list(next) + "[" + whole(next) + "]";
    };
  }

  private String real(int depth) {
    return depth <= 0
        ? pick("0.0", "1.5", "-2.0", "1e30", "object.d")
        : "(" + real(depth - 1) + pick(" + ", " - ", " * ") + real(depth - 1) + ")";
  }

  private String text(int depth) {
    if (depth <= 0) {
      return pick("''", "'a'", "'abc'", "'é'", "object.s");
    }
    return pick(
        "(" + text(depth - 1) + " + " + text(depth - 1) + ")",
        "string(" + whole(depth - 1) + ")",
        "string(" + flag(0) + ")");
  }

  private String list(int depth) {
    if (depth <= 0) {
      return pick("[1, 2]", "object.l", "[0]");
    }
    return pick(
        "(" + list(depth - 1) + " + " + list(depth - 1) + ")",
        list(depth - 1) + ".map(y, y + 1)",
        list(depth - 1) + ".filter(y, y > 1)",
        "[" + whole(depth - 1) + "]");
  }
}
