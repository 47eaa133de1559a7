package dev.landwaiter.base.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Distinct values; shown and compared in their total order, found by hash.
public final class SetValue implements Value {
  public static final SetValue EMPTY = new SetValue(new ValueTable(0));

  private final ValueTable table;
  private int hash;
  private @Nullable Sameness sameness;

  private SetValue(ValueTable table) {
    this.table = table;
  }

  public SetValue(Collection<? extends Value> values) {
    this(new ValueTable(values.size()));
    values.forEach(table::add);
  }

  /// The values in their order.
  @Override
  public List<Value> elements() {
    return Collections.unmodifiableList(Arrays.asList(table.sorted()));
  }

  public int size() {
    return table.size();
  }

  public boolean contains(Value value) {
    return table.find(value) >= 0;
  }

  /// The set's own form of a value (`1` for `1.0`), or null when it is not in the set.
  public @Nullable Value find(Value value) {
    int position = table.find(value);
    return position < 0 ? null : table.at(position);
  }

  /// A value by its place in the total order, from 0.
  public Value at(int index) {
    return table.sorted()[index];
  }

  /// A value by its place in the order of adding, from 0: without the cost of sorting.
  public Value unsorted(int index) {
    return table.at(index);
  }

  @Override
  public int rank() {
    return 6;
  }

  @Override
  public int compareSameKind(Value other) {
    var that = (SetValue) other;
    if (isSame(that)) {
      return 0;
    }
    int order = ArrayValue.compare(table.sorted(), that.table.sorted());
    if (order == 0) {
      remember(that);
    }
    return order;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof SetValue that) || size() != that.size()) {
      return false;
    }
    if (isSame(that)) {
      return true;
    }
    if (hashCode() != that.hashCode()) {
      return false;
    }
    for (int i = 0; i < size(); i++) {
      if (!that.contains(table.at(i))) {
        return false;
      }
    }
    remember(that);
    return true;
  }

  @SuppressWarnings("ReferenceEquality") // identity is the point
  private boolean isSame(SetValue that) {
    Sameness known = sameness;
    return this == that || (known != null && known == that.sameness);
  }

  /// Notes that a container is equal to this one.
  private void remember(SetValue that) {
    if (isNested()) {
      Sameness known = sameness;
      Sameness mark = known == null ? new Sameness() : known;
      sameness = mark;
      that.sameness = mark;
    }
  }

  private boolean isNested() {
    for (int i = 0; i < size(); i++) {
      if (table.at(i).rank() > StringValue.RANK) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      int sum = 6;
      for (int i = 0; i < size(); i++) {
        sum += table.at(i).hashCode();
      }
      hash = sum | (1 << 31);
    }
    return hash;
  }

  @Override
  public String toString() {
    return "{" + elements() + "}";
  }

  /// A set in the making.
  public static final class Draft {
    private @Nullable ValueTable table = new ValueTable(0);

    /// Whether the value was not there yet.
    public boolean add(Value value) {
      var open = open();
      int before = open.size();
      open.add(value);
      return open.size() > before;
    }

    public boolean contains(Value value) {
      return open().find(value) >= 0;
    }

    public int size() {
      return open().size();
    }

    /// The set; the draft cannot be used any more.
    public SetValue finish() {
      var done = open();
      table = null;
      return done.size() == 0 ? EMPTY : new SetValue(done);
    }

    private ValueTable open() {
      if (table == null) {
        throw new IllegalStateException("the set is finished");
      }
      return table;
    }
  }
}
