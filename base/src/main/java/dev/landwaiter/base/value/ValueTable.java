package dev.landwaiter.base.value;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Distinct values in the order they came, found by hash: the ground of sets and objects. Filled by
/// one thread, then only read.
final class ValueTable {
  private static final Value[] NONE = {};
  private static final int[] NOWHERE = {};

  /// Up to so many values are compared one by one.
  private static final int FEW = 4;

  private Value[] keys;
  private int size;

  /// A place further from where its hash points makes the table turn to order: hashes of values are
  /// known to all, so an enemy can choose keys that share one.
  private static final int FAR = 96;

  /// Positions in `keys` plus one at the places their hashes name; empty while there are few, and
  /// where `ordered` is used.
  private int[] places = NOWHERE;

  /// Positions by value, once too many hashes fell together.
  private @Nullable Map<Value, Integer> ordered;

  private Value @Nullable [] sorted;

  ValueTable(int expected) {
    keys = expected == 0 ? NONE : new Value[expected];
  }

  int size() {
    return size;
  }

  Value at(int position) {
    return keys[position];
  }

  /// The position of a value equal to this one, or -1.
  int find(Value key) {
    return key instanceof StringValue string ? findText(string) : findAny(key);
  }

  /// As [#findAny] for the most common kind, without calls through an interface.
  private int findText(StringValue key) {
    int[] table = places;
    if (table.length == 0) {
      if (ordered != null) {
        return ordered.getOrDefault(key, -1);
      }
      for (int i = 0; i < size; i++) {
        Value known = keys[i];
        if (known instanceof StringValue text && text.isSame(key)) {
          return i;
        }
      }
      return -1;
    }
    int mask = table.length - 1;
    int place = spread(key.hashCode()) & mask;
    while (table[place] != 0) {
      Value known = keys[table[place] - 1];
      if (known instanceof StringValue text && text.isSame(key)) {
        return table[place] - 1;
      }
      place = (place + 1) & mask;
    }
    return -1;
  }

  private int findAny(Value key) {
    if (places.length == 0) {
      if (ordered != null) {
        return ordered.getOrDefault(key, -1);
      }
      for (int i = 0; i < size; i++) {
        if (keys[i].equals(key)) {
          return i;
        }
      }
      return -1;
    }
    int mask = places.length - 1;
    int place = spread(key.hashCode()) & mask;
    while (places[place] != 0) {
      if (keys[places[place] - 1].equals(key)) {
        return places[place] - 1;
      }
      place = (place + 1) & mask;
    }
    return -1;
  }

  /// The position of the value, which is put behind the others unless an equal one is there: the
  /// form that came first stays.
  int add(Value key) {
    int known = find(key);
    if (known >= 0) {
      return known;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, Math.max(FEW, size * 2));
    }
    keys[size++] = key;
    if (ordered != null) {
      ordered.put(key, size - 1);
    } else if (size > FEW && size * 2 > places.length) {
      places = new int[Integer.highestOneBit(size) << 2];
      for (int i = 0; i < size && ordered == null; i++) {
        enter(i);
      }
    } else if (places.length != 0) {
      enter(size - 1);
    }
    return size - 1;
  }

  private void enter(int position) {
    int mask = places.length - 1;
    int place = spread(keys[position].hashCode()) & mask;
    int steps = 0;
    while (places[place] != 0) {
      place = (place + 1) & mask;
      if (++steps > FAR) {
        turnToOrder();
        return;
      }
    }
    places[place] = position + 1;
  }

  private void turnToOrder() {
    Map<Value, Integer> all = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      all.put(keys[i], i);
    }
    ordered = all;
    places = NOWHERE;
  }

  private static int spread(int hash) {
    int spread = hash * 0x9E3779B9;
    return spread ^ (spread >>> 15);
  }

  /// The values in their order; not to be changed.
  Value[] sorted() {
    Value[] known = sorted;
    if (known == null) {
      known = Arrays.copyOf(keys, size);
      if (!inOrder(known)) {
        Arrays.sort(known);
      }
      sorted = known;
    }
    return known;
  }

  private static boolean inOrder(Value[] values) {
    for (int i = 1; i < values.length; i++) {
      if (values[i - 1].compareTo(values[i]) > 0) {
        return false;
      }
    }
    return true;
  }
}
