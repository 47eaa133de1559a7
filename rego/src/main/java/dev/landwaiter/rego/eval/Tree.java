package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What partial rules make: sets, and objects with values or sets at the ends of their paths.
final class Tree {
  private Tree() {}

  /// A partial set in the making.
  static final class Collected implements Frame.Gathering {
    final SetValue.Draft draft = new SetValue.Draft();
  }

  /// The end of the body of a partial set's rule.
  static final class AddElement extends Step {
    private final Node key;
    private final boolean once;

    AddElement(Node key, boolean once) {
      this.key = key;
      this.once = once;
    }

    @Override
    boolean run(Frame frame) {
      Value made = key.eval(frame);
      if (made != null) {
        frame.scope.run.reserve(1);
        ((Collected) frame.sinkOrThrow()).draft.add(made);
        frame.result = made;
        return once;
      }
      return false;
    }
  }

  /// An object of values at single keys in the making.
  static final class Flat implements Frame.Gathering {
    private final ObjectValue.Draft draft = new ObjectValue.Draft();

    Value finish() {
      return draft.finish();
    }
  }

  /// The end of the body of a rule with one key.
  static final class PutMember extends Step {
    private final Node key;
    private final Node value;
    private final Location at;

    PutMember(Node key, Node value, Location at) {
      this.key = key;
      this.value = value;
      this.at = at;
    }

    @Override
    boolean run(Frame frame) {
      Value name = key.eval(frame);
      Value made = value.eval(frame);
      if (name != null && made != null) {
        frame.scope.run.reserve(2);
        Value before = ((Flat) frame.sinkOrThrow()).draft.putIfAbsent(name, made);
        if (before != null && !before.equals(made)) {
          throw Halt.keys(at);
        }
        frame.result = made;
      }
      return false;
    }
  }

  /// A nested object in the making. Its parts are values, sets in the making, or objects in the
  /// making.
  static final class Nested implements Frame.Gathering {
    private final Map<Value, Object> root = new LinkedHashMap<>();

    /// Puts a value at the end of a path.
    void put(Value[] path, Value value, Location at) {
      Map<Value, Object> into = walk(path, at);
      Object before = into.putIfAbsent(path[path.length - 1], value);
      if (before != null && !(before instanceof Value && before.equals(value))) {
        throw Halt.keys(at);
      }
    }

    /// Adds an element to the set at the end of a path.
    void add(Value[] path, Value element, Location at) {
      Map<Value, Object> into = walk(path, at);
      Object set = into.get(path[path.length - 1]);
      if (set == null) {
        set = new SetValue.Draft();
        into.put(path[path.length - 1], set);
      }
      if (!(set instanceof SetValue.Draft draft)) {
        throw Halt.keys(at);
      }
      draft.add(element);
    }

    @SuppressWarnings("unchecked") // all maps inside are of this kind
    private Map<Value, Object> walk(Value[] path, Location at) {
      Map<Value, Object> into = root;
      for (int i = 0; i < path.length - 1; i++) {
        Object below = into.get(path[i]);
        if (below == null) {
          below = new LinkedHashMap<Value, Object>();
          into.put(path[i], below);
        }
        if (!(below instanceof Map<?, ?>)) {
          throw Halt.keys(at);
        }
        into = (Map<Value, Object>) below;
      }
      return into;
    }

    Value finish() {
      return finish(root);
    }

    private static Value finish(Object part) {
      return switch (part) {
        case Value value -> value;
        case SetValue.Draft set -> set.finish();
        case Map<?, ?> map -> {
          var draft = new ObjectValue.Draft();
          map.forEach((key, value) -> draft.put((Value) key, finish(value)));
          yield draft.finish();
        }
        default -> throw new IllegalStateException("no part of a rule's value");
      };
    }
  }

  /// The end of the body of a rule with variables in its ref.
  static final class PutLeaf extends Step {
    private final Node[] path;
    private final Node leaf;
    private final boolean set;
    private final Location at;

    /// @param set whether the leaf is an element of a set
    PutLeaf(Node[] path, Node leaf, boolean set, Location at) {
      this.path = path;
      this.leaf = leaf;
      this.set = set;
      this.at = at;
    }

    @Override
    boolean run(Frame frame) {
      Value[] keys = Nodes.all(path, frame);
      Value value = leaf.eval(frame);
      if (keys != null && value != null) {
        frame.scope.run.reserve(keys.length + 1L);
        var into = (Nested) frame.sinkOrThrow();
        if (set) {
          into.add(keys, value, at);
        } else {
          into.put(keys, value, at);
        }
        frame.result = value;
      }
      return false;
    }
  }

  /// A part of a value by a path, or null.
  static @Nullable Value at(Value value, Value[] path) {
    Value at = value;
    for (Value part : path) {
      at = at == null ? null : Paths.select(at, part);
    }
    return at;
  }
}
