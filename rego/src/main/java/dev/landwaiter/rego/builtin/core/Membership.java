package dev.landwaiter.rego.builtin.core;

import static dev.landwaiter.rego.type.Type.ANY;
import static dev.landwaiter.rego.type.Type.BOOLEAN;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.type.Declaration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// `x in xs` and `k, v in xs` (section 10.7); whatever holds nothing gives false.
public final class Membership {
  private Membership() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(
            Declaration.of("internal.member_2")
                .takes("", ANY)
                .takes("", ANY)
                .gives(BOOLEAN)
                .written("in"),
            (_, arguments) -> Value.of(holds(arguments[1], arguments[0]))),
        new Builtin(
            Declaration.of("internal.member_3")
                .takes("", ANY)
                .takes("", ANY)
                .takes("", ANY)
                .gives(BOOLEAN)
                .written("in"),
            (_, arguments) -> Value.of(arguments[1].equals(at(arguments[2], arguments[0])))));
  }

  private static boolean holds(Value collection, Value wanted) {
    return switch (collection) {
      case SetValue set -> set.contains(wanted);
      case ArrayValue array -> holds(array, wanted);
      case ObjectValue object -> holds(object, wanted);
      default -> false;
    };
  }

  private static boolean holds(ArrayValue array, Value wanted) {
    for (int i = 0; i < array.size(); i++) {
      if (array.at(i).equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(ObjectValue object, Value wanted) {
    for (int i = 0; i < object.size(); i++) {
      if (object.valueAt(i).equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  /// The value at a key: of an object, an index of an array, or an element of a set; or null.
  public static @Nullable Value at(Value collection, Value key) {
    return switch (collection) {
      case ObjectValue object -> object.find(key);
      case SetValue set -> set.find(key);
      case ArrayValue array when key instanceof NumberValue number -> {
        OptionalLong index = Operands.plainInteger(number);
        yield index.isPresent() && index.getAsLong() >= 0 && index.getAsLong() < array.size()
            ? array.at((int) index.getAsLong())
            : null;
      }
      default -> null;
    };
  }
}
