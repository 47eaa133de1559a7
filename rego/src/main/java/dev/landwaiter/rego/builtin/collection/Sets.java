package dev.landwaiter.rego.builtin.collection;

import static dev.landwaiter.rego.type.Type.ANY;

import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.builtin.number.Arithmetic;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.List;

/// Intersection, union and difference of sets.
public final class Sets {
  private static final Type SET = Type.set(ANY);

  private Sets() {}

  public static List<Builtin> all() {
    return List.of(
        new Builtin(binary("and", "x", "y").written("&"), Sets::and),
        new Builtin(binary("or", "x", "y").written("|"), Sets::or),
        new Builtin(
            binary("set_diff", "", "").flagged(Declaration.Flag.DEPRECATED),
            (_, arguments) ->
                Arithmetic.difference(Operands.set(arguments, 0), Operands.set(arguments, 1))),
        new Builtin(
            Declaration.of("intersection").takes("xs", Type.set(SET)).gives(SET),
            Sets::intersection),
        new Builtin(Declaration.of("union").takes("xs", Type.set(SET)).gives(SET), Sets::union));
  }

  private static Declaration binary(String name, String first, String second) {
    return Declaration.of(name).takes(first, SET).takes(second, SET).gives(SET);
  }

  private static Value and(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    return both(Operands.set(arguments, 0), Operands.set(arguments, 1));
  }

  private static SetValue both(SetValue left, SetValue right) {
    if (right.size() < left.size()) {
      return both(right, left);
    }
    var common = new SetValue.Draft();
    for (int i = 0; i < left.size(); i++) {
      if (right.contains(left.unsorted(i))) {
        common.add(left.unsorted(i));
      }
    }
    return common.finish();
  }

  private static Value or(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    SetValue left = Operands.set(arguments, 0);
    SetValue right = Operands.set(arguments, 1);
    surroundings.reserve((long) left.size() + right.size());
    var either = new SetValue.Draft();
    addAll(left, either);
    addAll(right, either);
    return either.finish();
  }

  private static void addAll(SetValue set, SetValue.Draft draft) {
    for (int i = 0; i < set.size(); i++) {
      draft.add(set.unsorted(i));
    }
  }

  private static Value intersection(Surroundings surroundings, Value[] arguments)
      throws BuiltinException {
    SetValue common = null;
    for (Value element : Operands.set(arguments, 0).elements()) {
      SetValue set = inner(element);
      common = common == null ? set : both(common, set);
    }
    return common == null ? SetValue.EMPTY : common;
  }

  private static Value union(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    var either = new SetValue.Draft();
    for (Value element : Operands.set(arguments, 0).elements()) {
      SetValue set = inner(element);
      surroundings.reserve(set.size());
      addAll(set, either);
    }
    return either.finish();
  }

  private static SetValue inner(Value element) throws BuiltinException {
    if (element instanceof SetValue set) {
      return set;
    }
    throw Operands.wrong(1, element, "set");
  }
}
