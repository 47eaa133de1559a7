package dev.landwaiter.base.value;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of values, ordered element by element, the shorter first.
public final class ArrayValue implements Value {
  public static final ArrayValue EMPTY = new ArrayValue(new Value[0]);

  private final Value[] values;
  private int hash;
  private @Nullable Sameness sameness;

  private ArrayValue(Value[] values) {
    this.values = values;
  }

  public ArrayValue(List<? extends Value> elements) {
    this(elements.toArray(Value[]::new));
  }

  /// An array of these values, which the caller gives up: the Java array is not copied.
  public static ArrayValue of(Value... values) {
    return new ArrayValue(values);
  }

  @Override
  public List<Value> elements() {
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  public int size() {
    return values.length;
  }

  /// The element at an index from 0 to [#size] - 1.
  public Value at(int index) {
    return values[index];
  }

  @Override
  public int rank() {
    return 4;
  }

  @Override
  public int compareSameKind(Value other) {
    var that = (ArrayValue) other;
    if (isSame(that)) {
      return 0;
    }
    int order = compare(values, that.values);
    if (order == 0) {
      remember(that);
    }
    return order;
  }

  @SuppressWarnings("ReferenceEquality") // identity is the point
  private boolean isSame(ArrayValue that) {
    Sameness known = sameness;
    return this == that || (known != null && known == that.sameness);
  }

  /// Notes that an array is equal to this one.
  private void remember(ArrayValue that) {
    if (Sameness.isWorthwhile(values)) {
      Sameness known = sameness;
      Sameness mark = known == null ? new Sameness() : known;
      sameness = mark;
      that.sameness = mark;
    }
  }

  static int compare(Value[] left, Value[] right) {
    int common = Math.min(left.length, right.length);
    for (int i = 0; i < common; i++) {
      int order = left[i].compareTo(right[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ArrayValue that) || values.length != that.values.length) {
      return false;
    }
    if (isSame(that)) {
      return true;
    }
    if (hashCode() != that.hashCode() || !Arrays.equals(values, that.values)) {
      return false;
    }
    remember(that);
    return true;
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = Arrays.hashCode(values) | (1 << 31);
    }
    return hash;
  }

  @Override
  public String toString() {
    return elements().toString();
  }
}
