package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import java.util.ArrayList;
import java.util.List;

/// What comprehensions gather.
final class Gatherings {
  private Gatherings() {}

  /// The kinds of comprehensions: how one begins, how its bodies end, what it becomes.
  sealed interface Kind {}

  /// `[head | …]` and `{head | …}`.
  record One(Node head, boolean set) implements Kind {}

  /// `{key: value | …}`.
  record Two(Node key, Node value, Location at) implements Kind {}

  /// A comprehension in the making.
  abstract static sealed class Gathered implements Frame.Gathering {
    abstract Value finish();
  }

  /// An array in the making.
  static final class Elements extends Gathered {
    private final List<Value> values = new ArrayList<>();

    @Override
    Value finish() {
      return values.isEmpty() ? ArrayValue.EMPTY : ArrayValue.of(values.toArray(new Value[0]));
    }
  }

  /// A set in the making.
  static final class Collected extends Gathered {
    final SetValue.Draft draft = new SetValue.Draft();

    @Override
    Value finish() {
      return draft.finish();
    }
  }

  /// An object in the making.
  static final class Members extends Gathered {
    final ObjectValue.Draft draft = new ObjectValue.Draft();

    void put(Value key, Value value, Location at) {
      Value before = draft.putIfAbsent(key, value);
      if (before != null && !before.equals(value)) {
        throw Halt.keys(at);
      }
    }

    @Override
    Value finish() {
      return draft.finish();
    }
  }

  static Gathered begin(Kind kind) {
    return switch (kind) {
      case One one -> one.set() ? new Collected() : new Elements();
      case Two _ -> new Members();
    };
  }

  /// Adds what the frame's variables make of the head.
  static void add(Kind kind, Gathered gathered, Frame frame) {
    switch (kind) {
      case One one -> {
        Value value = one.head().eval(frame);
        if (value != null) {
          frame.scope.run.reserve(1);
          if (gathered instanceof Elements elements) {
            elements.values.add(value);
          } else {
            ((Collected) gathered).draft.add(value);
          }
        }
      }
      case Two two -> {
        Value key = two.key().eval(frame);
        Value value = two.value().eval(frame);
        if (key != null && value != null) {
          frame.scope.run.reserve(2);
          ((Members) gathered).put(key, value, two.at());
        }
      }
    }
  }
}
