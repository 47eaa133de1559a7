package dev.landwaiter.base.value;

import java.util.List;

/// A list of values, ordered element by element, the shorter first.
public record ArrayValue(List<Value> elements) implements Value {
  public ArrayValue {
    elements = List.copyOf(elements);
  }

  @Override
  public int rank() {
    return 4;
  }

  @Override
  public int compareSameKind(Value other) {
    return compare(elements, ((ArrayValue) other).elements);
  }

  static int compare(List<Value> left, List<Value> right) {
    int common = Math.min(left.size(), right.size());
    for (int i = 0; i < common; i++) {
      int order = left.get(i).compareTo(right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }
}
