package dev.landwaiter.base.value;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Values by key, kept in the order given; ordered by the sorted keys and their values, pair by
/// pair.
public final class ObjectValue implements Value {
  public static final ObjectValue EMPTY = new ObjectValue(new ValueTable(0), new Value[0]);

  private final ValueTable table;
  private final Value[] values;
  private int hash;
  private @Nullable Sameness sameness;
  private Value @Nullable [] sortedValues;

  private ObjectValue(ValueTable table, Value[] values) {
    this.table = table;
    this.values = values;
  }

  public ObjectValue(Map<? extends Value, ? extends Value> members) {
    this(new ValueTable(members.size()), new Value[members.size()]);
    members.forEach((key, value) -> values[table.add(key)] = value);
  }

  /// The members in the order given.
  @Override
  public Map<Value, Value> members() {
    return new Members();
  }

  @Override
  public Optional<Value> get(String key) {
    return Optional.ofNullable(find(new StringValue(key)));
  }

  /// The value of a key, or null when the object has no such key.
  public @Nullable Value find(Value key) {
    int position = table.find(key);
    return position < 0 ? null : values[position];
  }

  /// The object's own form of a key (`1` for `1.0`), or null when it is not there.
  public @Nullable Value findKey(Value key) {
    int position = table.find(key);
    return position < 0 ? null : table.at(position);
  }

  public int size() {
    return table.size();
  }

  /// A key by its place in the order given, from 0.
  public Value keyAt(int position) {
    return table.at(position);
  }

  /// The value of the key at a place in the order given, from 0.
  public Value valueAt(int position) {
    return values[position];
  }

  /// The keys in their total order.
  public List<Value> sortedKeys() {
    return Collections.unmodifiableList(Arrays.asList(table.sorted()));
  }

  /// A key by its place in the total order of keys, from 0.
  public Value sortedKey(int index) {
    return table.sorted()[index];
  }

  /// The value of the key at a place in the total order of keys, from 0.
  public Value sortedValue(int index) {
    Value[] known = sortedValues;
    if (known == null) {
      Value[] keys = table.sorted();
      known = new Value[keys.length];
      for (int i = 0; i < keys.length; i++) {
        known[i] = values[table.find(keys[i])];
      }
      sortedValues = known;
    }
    return known[index];
  }

  /// Whether this very object is the key at a place; any number is taken.
  @SuppressWarnings(
      "ReferenceEquality") // identity is the point: it is faster, and a no costs nothing
  public boolean isKey(int position, Value key) {
    return position < table.size() && table.at(position) == key;
  }

  /// The place of a key in the order given, or -1 when it is not there.
  ///
  /// @param guess where to look first; any number
  public int positionOf(Value key, int guess) {
    return guess >= 0 && guess < table.size() && table.at(guess).equals(key)
        ? guess
        : table.find(key);
  }

  /// An object of the same keys, which both then share, and other values.
  ///
  /// @param others by the places of their keys; the caller gives the array up
  public ObjectValue withValues(Value[] others) {
    return new ObjectValue(table, others);
  }

  @Override
  public int rank() {
    return 5;
  }

  @Override
  public int compareSameKind(Value other) {
    var that = (ObjectValue) other;
    if (isSame(that)) {
      return 0;
    }
    int common = Math.min(size(), that.size());
    Value[] mine = table.sorted();
    Value[] theirs = that.table.sorted();
    for (int i = 0; i < common; i++) {
      int order = mine[i].compareTo(theirs[i]);
      if (order == 0) {
        order = values[table.find(mine[i])].compareTo(that.values[that.table.find(theirs[i])]);
      }
      if (order != 0) {
        return order;
      }
    }
    if (size() == that.size()) {
      remember(that);
    }
    return Integer.compare(size(), that.size());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof ObjectValue that) || size() != that.size()) {
      return false;
    }
    if (isSame(that)) {
      return true;
    }
    if (hashCode() != that.hashCode()) {
      return false;
    }
    for (int i = 0; i < size(); i++) {
      if (!values[i].equals(that.find(table.at(i)))) {
        return false;
      }
    }
    remember(that);
    return true;
  }

  @SuppressWarnings("ReferenceEquality") // identity is the point
  private boolean isSame(ObjectValue that) {
    Sameness known = sameness;
    return this == that || (known != null && known == that.sameness);
  }

  /// Notes that a container is equal to this one.
  private void remember(ObjectValue that) {
    if (isNested()) {
      Sameness known = sameness;
      Sameness mark = known == null ? new Sameness() : known;
      sameness = mark;
      that.sameness = mark;
    }
  }

  private boolean isNested() {
    for (int i = 0; i < size(); i++) {
      if (table.at(i).rank() > StringValue.RANK || values[i].rank() > StringValue.RANK) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      int sum = 5;
      for (int i = 0; i < size(); i++) {
        sum += (31 * table.at(i).hashCode()) ^ values[i].hashCode();
      }
      hash = sum | (1 << 31);
    }
    return hash;
  }

  @Override
  public String toString() {
    return members().toString();
  }

  /// An object in the making.
  public static final class Draft {
    private @Nullable ValueTable table = new ValueTable(0);
    private Value[] values = {};

    /// Puts a value at a key, in the place of the one there was.
    ///
    /// @return the value there was, or null
    public @Nullable Value put(Value key, Value value) {
      var open = open();
      int before = open.size();
      int position = open.add(key);
      if (position == values.length) {
        values = Arrays.copyOf(values, Math.max(4, position * 2));
      }
      Value old = position < before ? values[position] : null;
      values[position] = value;
      return old;
    }

    /// Puts a value at a key unless there is one.
    ///
    /// @return the value there was, or null
    public @Nullable Value putIfAbsent(Value key, Value value) {
      var open = open();
      int before = open.size();
      int position = open.add(key);
      if (position < before) {
        return values[position];
      }
      if (position == values.length) {
        values = Arrays.copyOf(values, Math.max(4, position * 2));
      }
      values[position] = value;
      return null;
    }

    public @Nullable Value find(Value key) {
      int position = open().find(key);
      return position < 0 ? null : values[position];
    }

    public int size() {
      return open().size();
    }

    /// The object; the draft cannot be used any more.
    public ObjectValue finish() {
      var done = open();
      table = null;
      return done.size() == 0 ? EMPTY : new ObjectValue(done, values);
    }

    private ValueTable open() {
      if (table == null) {
        throw new IllegalStateException("the object is finished");
      }
      return table;
    }
  }

  /// The members as a map that cannot be changed.
  private final class Members extends AbstractMap<Value, Value> {
    @Override
    public @Nullable Value get(@Nullable Object key) {
      return key instanceof Value value ? find(value) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
      return key instanceof Value value && table.find(value) >= 0;
    }

    @Override
    public Set<Entry<Value, Value>> entrySet() {
      return new Entries();
    }
  }

  private final class Entries extends AbstractSet<Map.Entry<Value, Value>> {
    @Override
    public int size() {
      return table.size();
    }

    @Override
    public Iterator<Map.Entry<Value, Value>> iterator() {
      return new Iterator<>() {
        private int next;

        @Override
        public boolean hasNext() {
          return next < table.size();
        }

        @Override
        public Map.Entry<Value, Value> next() {
          if (!hasNext()) {
            throw new NoSuchElementException();
          }
          return Map.entry(table.at(next), values[next++]);
        }
      };
    }
  }
}
