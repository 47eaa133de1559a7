package dev.landwaiter.rego.builtin.collection;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Surroundings;

/// `object.subset`: objects by key and value, sets by element, arrays as a run of elements.
final class Subset {
  private Subset() {}

  static Value isSubset(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    Value whole = arguments[0];
    Value part = arguments[1];
    if (whole instanceof ArrayValue array && part instanceof SetValue set) {
      var elements = new SetValue(array.elements());
      return Value.of(holds(elements, set));
    }
    if (!(whole instanceof ArrayValue && part instanceof ArrayValue)
        && !(whole instanceof SetValue && part instanceof SetValue)
        && !(whole instanceof ObjectValue && part instanceof ObjectValue)) {
      throw BuiltinException.type(
          "both arguments object.subset must be of the same type or array and set");
    }
    return Value.of(holds(surroundings, whole, part));
  }

  private static boolean holds(Surroundings surroundings, Value whole, Value part)
      throws BuiltinException {
    surroundings.check();
    if (whole instanceof ObjectValue all && part instanceof ObjectValue some) {
      for (int i = 0; i < some.size(); i++) {
        Value value = all.find(some.keyAt(i));
        if (value == null || !holds(surroundings, value, some.valueAt(i))) {
          return false;
        }
      }
      return true;
    }
    if (whole instanceof SetValue all && part instanceof SetValue some) {
      return holds(all, some);
    }
    if (whole instanceof ArrayValue all && part instanceof ArrayValue some) {
      return holds(surroundings, all, some);
    }
    return whole.equals(part);
  }

  private static boolean holds(SetValue all, SetValue some) {
    for (int i = 0; i < some.size(); i++) {
      if (!all.contains(some.unsorted(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(Surroundings surroundings, ArrayValue all, ArrayValue some)
      throws BuiltinException {
    for (int start = 0; start + some.size() <= all.size(); start++) {
      int same = 0;
      while (same < some.size() && all.at(start + same).equals(some.at(same))) {
        surroundings.check();
        same++;
      }
      if (same == some.size()) {
        return true;
      }
    }
    return false;
  }
}
