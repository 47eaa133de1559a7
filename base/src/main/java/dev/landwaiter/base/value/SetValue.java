package dev.landwaiter.base.value;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Distinct values in their total order.
public record SetValue(SortedSet<Value> values) implements Value {
  public SetValue {
    values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
  }

  @Override
  public List<Value> elements() {
    return List.copyOf(values);
  }

  @Override
  public int rank() {
    return 6;
  }

  @Override
  public int compareSameKind(Value other) {
    return ArrayValue.compare(elements(), other.elements());
  }
}
