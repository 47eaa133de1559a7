package dev.landwaiter.rego.parse;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.List;
import java.util.function.Function;

/// The members of an object in the order they are given.
final class Members {
  private final ObjectValue.Draft draft = new ObjectValue.Draft();

  Members put(String name, Value value) {
    draft.put(Value.of(name), value);
    return this;
  }

  Members put(String name, String text) {
    return put(name, Value.of(text));
  }

  Members flag(String name, boolean set) {
    return set ? put(name, Value.of(true)) : this;
  }

  <T> Members list(String name, List<T> elements, Function<T, Value> form) {
    return elements.isEmpty() ? this : put(name, array(elements, form));
  }

  static <T> Value array(List<T> elements, Function<T, Value> form) {
    var values = new Value[elements.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = form.apply(elements.get(i));
    }
    return ArrayValue.of(values);
  }

  ObjectValue finish() {
    return draft.finish();
  }
}
