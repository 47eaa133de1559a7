package dev.landwaiter.rego.builtin.core;

import static dev.landwaiter.rego.type.Type.ANY;
import static dev.landwaiter.rego.type.Type.BOOLEAN;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.type.Declaration;
import java.util.List;
import java.util.function.IntPredicate;

/// The operators that compare; unification and assignment as equality of values that are known.
public final class Comparison {
  private Comparison() {}

  public static List<Builtin> all() {
    return List.of(
        equality("eq", "", "", "="),
        equality("assign", "", "", ":="),
        equality("equal", "x", "y", "=="),
        new Builtin(
            binary("neq", "x", "y", "!="),
            (_, arguments) -> Value.of(!arguments[0].equals(arguments[1]))),
        order("lt", "<", order -> order < 0),
        order("lte", "<=", order -> order <= 0),
        order("gt", ">", order -> order > 0),
        order("gte", ">=", order -> order >= 0));
  }

  private static Declaration binary(String name, String first, String second, String operator) {
    return Declaration.of(name)
        .takes(first, ANY)
        .takes(second, ANY)
        .gives(BOOLEAN)
        .written(operator);
  }

  private static Builtin equality(String name, String first, String second, String operator) {
    return new Builtin(
        binary(name, first, second, operator),
        (_, arguments) -> Value.of(arguments[0].equals(arguments[1])));
  }

  private static Builtin order(String name, String operator, IntPredicate test) {
    return new Builtin(
        binary(name, "x", "y", operator),
        (_, arguments) -> Value.of(test.test(arguments[0].compareTo(arguments[1]))));
  }
}
