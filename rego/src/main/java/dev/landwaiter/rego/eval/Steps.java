package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import java.util.List;

/// The steps of bodies.
final class Steps {
  private Steps() {}

  /// A step that holds in at most one way. Each kind has a [#run] of its own, though all look
  /// alike: the JVM then knows what it calls.
  abstract static class Guard extends Step {
    final Step next;

    Guard(Step next) {
      this.next = next;
    }

    /// Whether it holds; binds its variables.
    abstract boolean holds(Frame frame);
  }

  /// Many guards one after the other, in a loop: bodies of many expressions are not to take as much
  /// stack.
  static final class Sequence extends Step {
    private final Guard[] guards;
    private final Step next;

    Sequence(List<Guard> guards, Step next) {
      this.guards = guards.toArray(Guard[]::new);
      this.next = next;
    }

    @Override
    boolean run(Frame frame) {
      for (Guard guard : guards) {
        if (!guard.holds(frame)) {
          return false;
        }
      }
      return next.run(frame);
    }
  }

  /// The end of a body that is asked only whether it holds.
  static final class Success extends Step {
    @Override
    boolean run(Frame frame) {
      return true;
    }
  }

  /// Goes on when a value is defined and not false.
  static final class Test extends Guard {
    private final Node node;

    Test(Node node, Step next) {
      super(next);
      this.node = node;
    }

    @Override
    boolean holds(Frame frame) {
      return node.holds(frame);
    }

    Node node() {
      return node;
    }

    boolean endsWithSuccess() {
      return next instanceof Success;
    }

    @Override
    boolean run(Frame frame) {
      return holds(frame) && next.run(frame);
    }
  }

  /// Goes on when a value is undefined or false.
  static final class Not extends Guard {
    private final Node node;

    Not(Node node, Step next) {
      super(next);
      this.node = node;
    }

    @Override
    boolean holds(Frame frame) {
      return !node.holds(frame);
    }

    @Override
    boolean run(Frame frame) {
      return holds(frame) && next.run(frame);
    }
  }

  /// Goes on when a value is defined.
  static final class Defined extends Guard {
    private final Node node;

    Defined(Node node, Step next) {
      super(next);
      this.node = node;
    }

    @Override
    boolean holds(Frame frame) {
      return node.eval(frame) != null;
    }

    @Override
    boolean run(Frame frame) {
      return holds(frame) && next.run(frame);
    }
  }

  /// Calls for effect and always goes on.
  static final class Effect extends Guard {
    private final Node node;

    Effect(Node node, Step next) {
      super(next);
      this.node = node;
    }

    @Override
    boolean holds(Frame frame) {
      var _ = node.eval(frame);
      return true;
    }

    @Override
    boolean run(Frame frame) {
      return holds(frame) && next.run(frame);
    }
  }

  /// Binds a variable.
  static final class Assign extends Guard {
    private final int slot;
    private final Node node;

    Assign(int slot, Node node, Step next) {
      super(next);
      this.slot = slot;
      this.node = node;
    }

    @Override
    boolean holds(Frame frame) {
      Value value = node.eval(frame);
      if (value == null) {
        return false;
      }
      frame.slots[slot] = value;
      return true;
    }

    @Override
    boolean run(Frame frame) {
      return holds(frame) && next.run(frame);
    }
  }

  /// Takes a value apart.
  static final class Match extends Guard {
    private final Node node;
    private final Pattern pattern;

    Match(Node node, Pattern pattern, Step next) {
      super(next);
      this.node = node;
      this.pattern = pattern;
    }

    @Override
    boolean holds(Frame frame) {
      Value value = node.eval(frame);
      return value != null && pattern.match(frame, value);
    }

    @Override
    boolean run(Frame frame) {
      return holds(frame) && next.run(frame);
    }
  }

  /// Goes on once for each part of an array, an object or a set.
  static final class Iterate extends Step {
    private final Node of;
    private final Pattern key;
    private final int slot;
    private final Step next;
    private final boolean anyKey;

    /// @param key what the indices or keys have to look like
    /// @param slot takes the part
    Iterate(Node of, Pattern key, int slot, Step next) {
      this.of = of;
      this.key = key;
      this.slot = slot;
      this.next = next;
      this.anyKey = key instanceof Pattern.Anything;
    }

    @Override
    boolean run(Frame frame) {
      Value container = of.eval(frame);
      return container != null && over(frame, container);
    }

    boolean over(Frame frame, Value container) {
      return switch (container) {
        case ArrayValue array -> elements(frame, array);
        case ObjectValue object -> members(frame, object);
        case SetValue set -> set(frame, set);
        default -> false;
      };
    }

    private boolean elements(Frame frame, ArrayValue array) {
      Run run = frame.scope.run;
      int size = array.size();
      for (int i = 0; i < size; i++) {
        run.check();
        if (anyKey || key.match(frame, NumberValue.of(i))) {
          frame.slots[slot] = array.at(i);
          if (next.run(frame)) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean members(Frame frame, ObjectValue object) {
      Run run = frame.scope.run;
      int size = object.size();
      for (int i = 0; i < size; i++) {
        run.check();
        if (anyKey || key.match(frame, object.sortedKey(i))) {
          frame.slots[slot] = object.sortedValue(i);
          if (next.run(frame)) {
            return true;
          }
        }
      }
      return false;
    }

    private boolean set(Frame frame, SetValue set) {
      Run run = frame.scope.run;
      int size = set.size();
      for (int i = 0; i < size; i++) {
        run.check();
        Value element = set.at(i);
        if (anyKey || key.match(frame, element)) {
          frame.slots[slot] = element;
          if (next.run(frame)) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
