package dev.landwaiter.base.value;

/// Numbers distinct values from 0 in the order in which they first come. For one thread.
public final class ValueNumbers {
  private final ValueTable table = new ValueTable(0);

  /// The number of a value; a new one when it was not seen before.
  public int of(Value value) {
    return table.add(value);
  }

  /// The number of a value, or -1 when it was not seen before.
  public int find(Value value) {
    return table.find(value);
  }

  public int size() {
    return table.size();
  }
}
