package dev.landwaiter.rego.builtin.core;

import static dev.landwaiter.rego.type.Type.ANY;
import static dev.landwaiter.rego.type.Type.BOOLEAN;
import static dev.landwaiter.rego.type.Type.STRING;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Operation;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.List;

/// `is_*`, `type_name` and the deprecated `cast_*`.
public final class Kinds {
  private Kinds() {}

  public static List<Builtin> all() {
    return List.of(
        test("is_null", "null"),
        test("is_boolean", "boolean"),
        test("is_number", "number"),
        test("is_string", "string"),
        test("is_array", "array"),
        test("is_object", "object"),
        test("is_set", "set"),
        new Builtin(
            Declaration.of("type_name").takes("x", ANY).gives(STRING),
            (_, arguments) -> Value.of(Operands.kind(arguments[0]))),
        cast("cast_null", Type.NULL, same("null")),
        cast("cast_boolean", BOOLEAN, same("boolean")),
        cast("cast_string", STRING, same("string")),
        cast("cast_object", Type.object(ANY, ANY), same("object")),
        cast("cast_array", Type.array(ANY), Kinds::toArray),
        cast("cast_set", Type.set(ANY), Kinds::toSet));
  }

  private static Builtin test(String name, String kind) {
    return new Builtin(
        Declaration.of(name).takes("x", ANY).gives(BOOLEAN),
        (_, arguments) -> Value.of(Operands.kind(arguments[0]).equals(kind)));
  }

  private static Builtin cast(String name, Type to, Operation operation) {
    return new Builtin(
        Declaration.of(name).takes("", ANY).gives(to).flagged(Declaration.Flag.DEPRECATED),
        operation);
  }

  private static Operation same(String kind) {
    return (_, arguments) -> {
      if (Operands.kind(arguments[0]).equals(kind)) {
        return arguments[0];
      }
      throw Operands.wrong(1, arguments[0], kind);
    };
  }

  private static Value toArray(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    return switch (arguments[0]) {
      case ArrayValue array -> array;
      case SetValue set -> new ArrayValue(set.elements());
      default -> throw Operands.wrong(1, arguments[0], "array", "set");
    };
  }

  private static Value toSet(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    return switch (arguments[0]) {
      case ArrayValue array -> new SetValue(array.elements());
      case SetValue set -> set;
      default -> throw Operands.wrong(1, arguments[0], "array", "set");
    };
  }
}
