package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the parts of a value are called.
final class Keys {
  private Keys() {}

  static List<Value> of(@Nullable Value value) {
    return switch (value) {
      case ObjectValue object -> object.sortedKeys();
      case SetValue set -> set.elements();
      case ArrayValue array ->
          IntStream.range(0, array.size()).mapToObj(i -> (Value) NumberValue.of(i)).toList();
      case null, default -> List.of();
    };
  }
}
