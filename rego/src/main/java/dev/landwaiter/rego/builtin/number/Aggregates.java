package dev.landwaiter.rego.builtin.number;

import static dev.landwaiter.rego.type.Type.ANY;
import static dev.landwaiter.rego.type.Type.BOOLEAN;
import static dev.landwaiter.rego.type.Type.NUMBER;
import static dev.landwaiter.rego.type.Type.STRING;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `count sum product max min sort all any`.
public final class Aggregates {
  private static final Type LIST = Type.any(Type.array(ANY), Type.set(ANY));
  private static final Type NUMBERS = Type.any(Type.array(NUMBER), Type.set(NUMBER));

  private Aggregates() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("count")
                .takes(
                    "collection",
                    Type.any(STRING, Type.array(ANY), Type.object(ANY, ANY), Type.set(ANY)))
                .gives(NUMBER),
            Aggregates::count),
        new Builtin(
            Declaration.of("sum").takes("collection", NUMBERS).gives(NUMBER),
            (surroundings, arguments) ->
                Total.sum(surroundings, arguments[0], list(arguments, "set", "array"))),
        new Builtin(
            Declaration.of("product").takes("collection", NUMBERS).gives(NUMBER),
            (surroundings, arguments) ->
                Total.product(surroundings, arguments[0], list(arguments, "set", "array"))),
        new Builtin(Declaration.of("max").takes("collection", LIST).gives(ANY), Aggregates::max),
        new Builtin(Declaration.of("min").takes("collection", LIST).gives(ANY), Aggregates::min),
        new Builtin(
            Declaration.of("sort").takes("collection", LIST).gives(Type.array(ANY)),
            Aggregates::sort),
        new Builtin(quantifier("all"), (_, arguments) -> Value.of(every(arguments))),
        new Builtin(quantifier("any"), (_, arguments) -> Value.of(some(arguments))));
  }

  private static Declaration quantifier(String name) {
    return Declaration.of(name).takes("", LIST).gives(BOOLEAN).flagged(Declaration.Flag.DEPRECATED);
  }

  private static Value count(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    return NumberValue.of(
        switch (arguments[0]) {
          case ArrayValue array -> array.size();
          case ObjectValue object -> object.size();
          case SetValue set -> set.size();
          case StringValue(String text) -> text.codePointCount(0, text.length());
          default -> throw Operands.wrong(1, arguments[0], "array", "object", "set", "string");
        });
  }

  private static List<Value> list(Value[] arguments, String... expected) throws BuiltinException {
    if (arguments[0] instanceof ArrayValue || arguments[0] instanceof SetValue) {
      return arguments[0].elements();
    }
    throw Operands.wrong(1, arguments[0], expected);
  }

  /// Among equals the last.
  private static @Nullable Value max(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    Value best = null;
    for (Value value : list(arguments, "set", "array")) {
      best = best == null || best.compareTo(value) <= 0 ? value : best;
    }
    return best;
  }

  /// Among equals the last.
  private static @Nullable Value min(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    Value best = null;
    for (Value value : list(arguments, "set", "array")) {
      best = best == null || best.compareTo(value) >= 0 ? value : best;
    }
    return best;
  }

  private static Value sort(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    List<Value> values = list(arguments, "set", "array");
    surroundings.reserve(values.size());
    Value[] sorted = values.toArray(Value[]::new);
    if (arguments[0] instanceof ArrayValue) {
      Arrays.sort(sorted);
    }
    return ArrayValue.of(sorted);
  }

  private static boolean every(Value[] arguments) throws BuiltinException {
    for (Value value : list(arguments, "array", "set")) {
      if (!value.equals(BooleanValue.TRUE)) {
        return false;
      }
    }
    return true;
  }

  private static boolean some(Value[] arguments) throws BuiltinException {
    for (Value value : list(arguments, "array", "set")) {
      if (value.equals(BooleanValue.TRUE)) {
        return true;
      }
    }
    return false;
  }
}
