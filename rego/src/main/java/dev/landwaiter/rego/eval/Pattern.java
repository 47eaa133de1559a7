package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;

/// What a value has to look like; binds the variables that are new in it.
abstract class Pattern {
  abstract boolean match(Frame frame, Value value);

  /// Takes everything, keeps nothing.
  static final class Anything extends Pattern {
    @Override
    boolean match(Frame frame, Value value) {
      return true;
    }
  }

  /// Takes nothing.
  static final class Never extends Pattern {
    @Override
    boolean match(Frame frame, Value value) {
      return false;
    }
  }

  /// Binds a variable.
  static final class Bind extends Pattern {
    final int slot;

    Bind(int slot) {
      this.slot = slot;
    }

    @Override
    boolean match(Frame frame, Value value) {
      frame.slots[slot] = value;
      return true;
    }
  }

  /// Takes what equals a known value.
  static final class Same extends Pattern {
    private final Node known;

    Same(Node known) {
      this.known = known;
    }

    @Override
    boolean match(Frame frame, Value value) {
      return value.equals(known.eval(frame));
    }
  }

  /// Takes an array of as many elements.
  static final class Elements extends Pattern {
    private final Pattern[] patterns;

    Elements(Pattern[] patterns) {
      this.patterns = patterns;
    }

    @Override
    boolean match(Frame frame, Value value) {
      if (!(value instanceof ArrayValue array) || array.size() != patterns.length) {
        return false;
      }
      for (int i = 0; i < patterns.length; i++) {
        if (!patterns[i].match(frame, array.at(i))) {
          return false;
        }
      }
      return true;
    }
  }

  /// Takes an object of just these keys.
  static final class Members extends Pattern {
    private final Node[] keys;
    private final Pattern[] patterns;

    Members(Node[] keys, Pattern[] patterns) {
      this.keys = keys;
      this.patterns = patterns;
    }

    @Override
    boolean match(Frame frame, Value value) {
      if (!(value instanceof ObjectValue object) || object.size() != keys.length) {
        return false;
      }
      for (int i = 0; i < keys.length; i++) {
        Value key = keys[i].eval(frame);
        Value member = key == null ? null : object.find(key);
        if (member == null || !patterns[i].match(frame, member)) {
          return false;
        }
      }
      return true;
    }
  }
}
