package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where values come from, told by their identity: the evaluation runs on a copy of its input in
/// which no two nodes are the same object, and hands nodes on without copying them.
final class Origins {
  /// So many elements of a collection are asked for their origin.
  static final int ELEMENTS = 16;

  private static final int NODES = 500_000;

  private final IdentityHashMap<Value, Place> places = new IdentityHashMap<>();
  private final IdentityHashMap<Value, List<Entry>> derived = new IdentityHashMap<>();
  private final IdentityHashMap<Value, Ways> gathered = new IdentityHashMap<>();

  /// How the elements of one collection came into it, by the identity of the elements: the same
  /// value may be in others for other reasons.
  static final class Ways {
    private final IdentityHashMap<Value, List<Entry>> ways = new IdentityHashMap<>();

    void add(Value element, List<Entry> way) {
      ways.putIfAbsent(element, way);
    }
  }

  /// A node of the input.
  ///
  /// @param parent null for the root
  record Place(@Nullable Place parent, Value key, int depth) {
    List<Value> path() {
      var path = new Value[depth];
      Place place = this;
      for (int i = depth - 1; i >= 0 && place != null; i--) {
        path[i] = place.key;
        place = place.parent;
      }
      return List.of(path);
    }
  }

  /// Copies the input, noting the place of each node; a member's key stands where its value does.
  ///
  /// @throws RegoException when it has more nodes than are followed
  Value copy(Value input) throws RegoException {
    return copy(input, new Place(null, NullValue.NULL, 0));
  }

  private Value copy(Value value, Place place) throws RegoException {
    if (places.size() > NODES) {
      throw Failure.halt("the input has more than " + NODES + " nodes", Location.NONE);
    }
    Value copy =
        switch (value) {
          case ObjectValue object -> {
            Map<Value, Value> members = new java.util.LinkedHashMap<>();
            for (int i = 0; i < object.size(); i++) {
              var below = new Place(place, object.keyAt(i), place.depth + 1);
              Value key = fresh(object.keyAt(i));
              places.put(key, below);
              members.put(key, copy(object.valueAt(i), below));
            }
            yield new ObjectValue(members);
          }
          case ArrayValue array -> {
            Value[] elements = new Value[array.size()];
            for (int i = 0; i < elements.length; i++) {
              elements[i] = copy(array.at(i), new Place(place, Value.of(i), place.depth + 1));
            }
            yield ArrayValue.of(elements);
          }
          case SetValue set -> {
            var elements = new ArrayList<Value>(set.size());
            for (int i = 0; i < set.size(); i++) {
              elements.add(copy(set.at(i), new Place(place, set.at(i), place.depth + 1)));
            }
            yield new SetValue(elements);
          }
          default -> fresh(value);
        };
    places.put(copy, place);
    return copy;
  }

  /// An equal value that is another object, where a value may be one that others share.
  private static Value fresh(Value value) {
    return switch (value) {
      case NullValue _ -> new NullValue();
      case BooleanValue flag -> new BooleanValue(flag.flag());
      case NumberValue number -> NumberValue.of(number.text());
      case StringValue string -> new StringValue(string.text());
      case ArrayValue array -> array.size() == 0 ? new ArrayValue(List.of()) : array;
      case ObjectValue object -> object.size() == 0 ? new ObjectValue(Map.of()) : object;
      case SetValue set -> set.size() == 0 ? new SetValue(List.of()) : set;
    };
  }

  @Nullable Place place(Value value) {
    return places.get(value);
  }

  /// What a value was computed from, or null.
  @Nullable List<Entry> sources(Value value) {
    return derived.get(value);
  }

  /// How an element came into a collection, or null.
  @Nullable List<Entry> way(Value collection, Value element) {
    Ways ways = gathered.get(collection);
    return ways == null ? null : ways.ways.get(element);
  }

  void gather(Value collection, Ways ways) {
    gathered.put(collection, ways);
  }

  private boolean isTold(Value value) {
    return places.containsKey(value) || derived.containsKey(value);
  }

  /// Whether anything is known of a value or of one of its first elements.
  boolean knows(Value value) {
    if (isTold(value)) {
      return true;
    }
    return switch (value) {
      case ArrayValue array -> {
        for (int i = 0; i < array.size() && i < ELEMENTS; i++) {
          if (isTold(array.at(i))) {
            yield true;
          }
        }
        yield false;
      }
      case SetValue set -> {
        for (int i = 0; i < set.size() && i < ELEMENTS; i++) {
          if (isTold(set.unsorted(i))) {
            yield true;
          }
        }
        yield false;
      }
      case ObjectValue object -> {
        for (int i = 0; i < object.size() && i < ELEMENTS; i++) {
          if (isTold(object.valueAt(i))) {
            yield true;
          }
        }
        yield false;
      }
      default -> false;
    };
  }

  /// Notes what a value was computed from.
  ///
  /// @return the value to go on with
  Value derive(Value value, List<Entry> sources) {
    if (sources.isEmpty() || isTold(value)) {
      return value;
    }
    Value own = fresh(value);
    derived.put(own, sources);
    return own;
  }

  /// What is taken out of something computed comes from where that came from.
  ///
  /// @return the value to go on with
  Value take(Value parent, Value child) {
    if (places.containsKey(parent) || !isTold(parent) || isTold(child)) {
      return child;
    }
    Value own = isShared(child) ? fresh(child) : child;
    derived.put(own, List.of(new Entry.Used(parent)));
    return own;
  }

  /// Whether there is one object of this value for all.
  private static boolean isShared(Value value) {
    return value instanceof NumberValue
        || value instanceof BooleanValue
        || value instanceof NullValue;
  }
}
