package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import org.jspecify.annotations.Nullable;

/// Constants, variables, documents and composites.
final class Nodes {
  private Nodes() {}

  /// A value that is known before evaluation.
  static final class Constant extends Node {
    final Value value;

    Constant(Value value) {
      this.value = value;
    }

    @Override
    Value eval(Frame frame) {
      return value;
    }
  }

  /// Never defined.
  static final class Undefined extends Node {
    @Override
    @Nullable Value eval(Frame frame) {
      return null;
    }
  }

  /// A bound variable.
  static final class Slot extends Node {
    final int slot;

    Slot(int slot) {
      this.slot = slot;
    }

    @Override
    Value eval(Frame frame) {
      return (Value) frame.slots[slot];
    }
  }

  /// `input`.
  static final class Input extends Node {
    @Override
    @Nullable Value eval(Frame frame) {
      return frame.scope.input;
    }
  }

  /// A member of something by a key that is a constant text.
  static final class Member extends Node {
    private final Node of;
    private final Value key;

    /// Where the key was found last, and the object's own form of it: neighbours are mostly built
    /// alike and read together. A guess that is checked, so that threads may write over each
    /// other's.
    private int guess;

    /// Kept in loops only: elsewhere threads with documents of their own would take it from each
    /// other at every turn.
    private Value seen;

    private final boolean looped;

    /// @param looped whether it is read many times in one evaluation
    Member(Node of, Value key, boolean looped) {
      this.looped = looped;
      this.of = of;
      this.key = key;
      this.seen = key;
    }

    @Override
    @Nullable Value eval(Frame frame) {
      Value container = of.eval(frame);
      if (container instanceof ObjectValue object) {
        int at = guess;
        return object.isKey(at, seen) ? object.valueAt(at) : search(object);
      }
      return container == null ? null : Paths.select(container, key);
    }

    private @Nullable Value search(ObjectValue object) {
      int position = object.positionOf(key, guess);
      if (position < 0) {
        return null;
      }
      if (looped) {
        seen = object.keyAt(position);
      }
      if (guess != position) {
        guess = position;
      }
      return object.valueAt(position);
    }
  }

  /// A part of something by a value.
  static final class Select extends Node {
    private final Node of;
    private final Node key;

    Select(Node of, Node key) {
      this.of = of;
      this.key = key;
    }

    @Override
    @Nullable Value eval(Frame frame) {
      Value container = of.eval(frame);
      if (container == null) {
        return null;
      }
      Value part = key.eval(frame);
      return part == null ? null : Paths.select(container, part);
    }
  }

  /// A base document by a path of constants.
  static final class Base extends Node {
    private final Value[] path;

    Base(Value[] path) {
      this.path = path;
    }

    @Override
    @Nullable Value eval(Frame frame) {
      return Paths.base(frame.scope.data, path);
    }
  }

  /// `[a, b]`.
  static final class Elements extends Node {
    private final Node[] nodes;

    Elements(Node[] nodes) {
      this.nodes = nodes;
    }

    @Override
    @Nullable Value eval(Frame frame) {
      Value[] values = all(nodes, frame);
      return values == null ? null : ArrayValue.of(values);
    }
  }

  /// The values of all nodes in a new array, or null when one is undefined.
  static Value @Nullable [] all(Node[] nodes, Frame frame) {
    var values = new Value[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      Value value = nodes[i].eval(frame);
      if (value == null) {
        return null;
      }
      values[i] = value;
    }
    return values;
  }

  /// `{a, b}`.
  static final class Collected extends Node {
    private final Node[] nodes;

    Collected(Node[] nodes) {
      this.nodes = nodes;
    }

    @Override
    @Nullable Value eval(Frame frame) {
      var draft = new SetValue.Draft();
      for (Node node : nodes) {
        Value value = node.eval(frame);
        if (value == null) {
          return null;
        }
        draft.add(value);
      }
      return draft.finish();
    }
  }

  /// `{k: v}` with keys that are worked out.
  static final class Members extends Node {
    private final Node[] keys;
    private final Node[] values;

    Members(Node[] keys, Node[] values) {
      this.keys = keys;
      this.values = values;
    }

    @Override
    @Nullable Value eval(Frame frame) {
      var draft = new ObjectValue.Draft();
      for (int i = 0; i < keys.length; i++) {
        Value key = keys[i].eval(frame);
        Value value = values[i].eval(frame);
        if (key == null || value == null) {
          return null;
        }
        draft.put(key, value);
      }
      return draft.finish();
    }
  }

  /// `{"a": v, "b": w}`: constant keys, which all such objects share.
  static final class Shaped extends Node {
    private final ObjectValue shape;
    private final Node[] values;

    /// @param shape an object of the same keys in the same order, and any values
    Shaped(ObjectValue shape, Node[] values) {
      this.shape = shape;
      this.values = values;
    }

    @Override
    @Nullable Value eval(Frame frame) {
      Value[] made = all(values, frame);
      return made == null ? null : shape.withValues(made);
    }
  }

  /// Runs a closure to see whether it holds.
  static final class Exists extends Node {
    private final Step body;

    Exists(Step body) {
      this.body = body;
    }

    @Override
    Value eval(Frame frame) {
      return Value.of(body.run(frame));
    }

    @Override
    boolean holds(Frame frame) {
      return body.run(frame);
    }
  }

  /// The place of an element, or -1 for what is no place in an array.
  static int index(NumberValue number) {
    if (number.isPlain()) {
      long plain = number.plain();
      return plain < 0 || plain > Integer.MAX_VALUE ? -1 : (int) plain;
    }
    String text = number.text();
    int point = text.indexOf('.');
    if (point < 1 || text.length() > 20 || text.chars().skip(point + 1L).anyMatch(c -> c != '0')) {
      return -1;
    }
    for (int i = 0; i < point; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return -1;
      }
    }
    long whole = point > 10 ? -1 : Long.parseLong(text.substring(0, point));
    return whole > Integer.MAX_VALUE ? -1 : (int) whole;
  }
}
