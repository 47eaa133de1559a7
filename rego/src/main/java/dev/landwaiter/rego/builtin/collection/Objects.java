package dev.landwaiter.rego.builtin.collection;

import static dev.landwaiter.rego.type.Type.ANY;
import static dev.landwaiter.rego.type.Type.BOOLEAN;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.builtin.core.Membership;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.List;
import java.util.function.Predicate;

/// `object.*` (section 13.9).
public final class Objects {
  private static final Type OBJECT = Type.object(ANY, ANY);

  private Objects() {}

  public static List<Builtin> all() {
    Type collection = Type.any(Type.array(ANY), OBJECT, Type.set(ANY));
    return List.of(
        new Builtin(
            Declaration.of("object.get")
                .takes("object", OBJECT)
                .takes("key", ANY)
                .takes("default", ANY)
                .gives(ANY),
            Objects::get),
        new Builtin(
            Declaration.of("object.keys").takes("object", OBJECT).gives(Type.set(ANY)),
            Objects::keys),
        new Builtin(
            Declaration.of("object.filter")
                .takes("object", OBJECT)
                .takes("keys", collection)
                .gives(OBJECT),
            (surroundings, arguments) -> choose(surroundings, arguments, true)),
        new Builtin(
            Declaration.of("object.remove")
                .takes("object", OBJECT)
                .takes("keys", collection)
                .gives(OBJECT),
            (surroundings, arguments) -> choose(surroundings, arguments, false)),
        new Builtin(
            Declaration.of("object.union").takes("a", OBJECT).takes("b", OBJECT).gives(OBJECT),
            Objects::union),
        new Builtin(
            Declaration.of("object.union_n").takes("objects", Type.array(OBJECT)).gives(OBJECT),
            Objects::unionOfAll),
        new Builtin(
            Declaration.of("object.subset")
                .takes("super", collection)
                .takes("sub", collection)
                .gives(BOOLEAN),
            Subset::isSubset));
  }

  private static Value get(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    ObjectValue object = Operands.object(arguments, 0);
    if (!(arguments[1] instanceof ArrayValue path)) {
      Value found = object.find(arguments[1]);
      return found == null ? arguments[2] : found;
    }
    Value found = object;
    for (int i = 0; i < path.size() && found != null; i++) {
      found = Membership.at(found, path.at(i));
    }
    return found == null ? arguments[2] : found;
  }

  private static Value keys(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    ObjectValue object = Operands.object(arguments, 0);
    surroundings.reserve(object.size());
    var keys = new SetValue.Draft();
    for (int i = 0; i < object.size(); i++) {
      keys.add(object.keyAt(i));
    }
    return keys.finish();
  }

  private static Value choose(Surroundings surroundings, Value[] arguments, boolean named)
      throws BuiltinException {
    ObjectValue object = Operands.object(arguments, 0);
    Predicate<Value> names =
        switch (arguments[1]) {
          case ArrayValue array -> new SetValue(array.elements())::contains;
          case SetValue set -> set::contains;
          case ObjectValue keys -> key -> keys.find(key) != null;
          default -> throw Operands.wrong(2, arguments[1], "object", "set", "array");
        };
    surroundings.reserve(object.size());
    var chosen = new ObjectValue.Draft();
    for (int i = 0; i < object.size(); i++) {
      if (names.test(object.keyAt(i)) == named) {
        chosen.put(object.keyAt(i), object.valueAt(i));
      }
    }
    return chosen.finish();
  }

  private static Value union(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    return union(surroundings, Operands.object(arguments, 0), Operands.object(arguments, 1));
  }

  private static ObjectValue union(Surroundings surroundings, ObjectValue left, ObjectValue right)
      throws BuiltinException {
    var merged = new ObjectValue.Draft();
    putAll(surroundings, left, merged);
    putAll(surroundings, right, merged);
    return merged.finish();
  }

  /// What was there is merged where both values are objects, else replaced.
  private static void putAll(
      Surroundings surroundings, ObjectValue object, ObjectValue.Draft merged)
      throws BuiltinException {
    surroundings.reserve(object.size());
    for (int i = 0; i < object.size(); i++) {
      Value value = object.valueAt(i);
      Value old = merged.put(object.keyAt(i), value);
      if (old instanceof ObjectValue before && value instanceof ObjectValue more) {
        merged.put(object.keyAt(i), union(surroundings, before, more));
      }
    }
  }

  private static Value unionOfAll(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    ArrayValue objects = Operands.array(arguments, 0);
    var merged = new ObjectValue.Draft();
    for (int i = 0; i < objects.size(); i++) {
      if (!(objects.at(i) instanceof ObjectValue object)) {
        throw Operands.wrongElement(1, objects, objects.at(i), "object");
      }
      putAll(surroundings, object, merged);
    }
    return merged.finish();
  }
}
