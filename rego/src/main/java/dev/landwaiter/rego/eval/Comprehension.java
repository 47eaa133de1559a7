package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Comprehensions: worked out each time, or once for all values of the variables around them.
final class Comprehension {
  private Comprehension() {}

  /// The end of a comprehension's body.
  static final class Add extends Step {
    private final Gatherings.Kind kind;
    private final int place;

    Add(Gatherings.Kind kind, int place) {
      this.kind = kind;
      this.place = place;
    }

    @Override
    boolean run(Frame frame) {
      Gatherings.add(kind, (Gatherings.Gathered) frame.gatherings[place], frame);
      return false;
    }
  }

  /// Worked out each time.
  static final class Direct extends Node {
    private final Gatherings.Kind kind;
    private final int place;
    private final Step body;

    Direct(Gatherings.Kind kind, int place, Step body) {
      this.kind = kind;
      this.place = place;
      this.body = body;
    }

    @Override
    Value eval(Frame frame) {
      frame.scope.run.check();
      Gatherings.Gathered gathered = Gatherings.begin(kind);
      frame.gatherings[place] = gathered;
      var _ = body.run(frame);
      return gathered.finish();
    }
  }

  /// Depends on no variable: worked out once in each scope.
  static final class Once extends Node {
    private final int memory;
    private final Node direct;

    Once(int memory, Node direct) {
      this.memory = memory;
      this.direct = direct;
    }

    @Override
    @Nullable Value eval(Frame frame) {
      Scope scope = frame.scope;
      Object known = scope.memory[memory];
      if (known == null) {
        Value made = direct.eval(frame);
        scope.memory[memory] = made;
        return made;
      }
      return (Value) known;
    }
  }

  /// Depends on variables around it by equality only: its body is run once without them, and what
  /// it gives is kept by their values.
  static final class Grouped extends Node {
    private final Gatherings.Kind kind;
    private final Node[] by;
    private final int memory;
    private final int place;
    private final Step body;
    private final Value nothing;

    /// @param by the variables around it
    /// @param body ends with [AddToGroup] at the same place
    Grouped(Gatherings.Kind kind, Node[] by, int memory, int place, Step body) {
      this.kind = kind;
      this.by = by;
      this.memory = memory;
      this.place = place;
      this.body = body;
      this.nothing = Gatherings.begin(kind).finish();
    }

    @Override
    Value eval(Frame frame) {
      Scope scope = frame.scope;
      var known = (Groups) scope.memory[memory];
      Value key = key(by, frame);
      if (known == null) {
        known = gather(frame);
        scope.memory[memory] = known;
      }
      Value group = known.get(key);
      return group == null ? nothing : group;
    }

    private Groups gather(Frame frame) {
      var groups = new Groups();
      frame.gatherings[place] = groups;
      Value[] before = new Value[by.length];
      for (int i = 0; i < by.length; i++) {
        before[i] = frame.slots[((Nodes.Slot) by[i]).slot];
      }
      var _ = body.run(frame);
      for (int i = 0; i < by.length; i++) {
        frame.slots[((Nodes.Slot) by[i]).slot] = before[i];
      }
      return groups;
    }
  }

  private static Value key(Node[] by, Frame frame) {
    if (by.length == 1) {
      return by[0].eval(frame);
    }
    var values = new Value[by.length];
    for (int i = 0; i < by.length; i++) {
      values[i] = by[i].eval(frame);
    }
    return ArrayValue.of(values);
  }

  /// What was gathered for each value of the variables around.
  static final class Groups implements Frame.Gathering {
    private final Map<Value, Object> groups = new HashMap<>();

    /// What was gathered for a value, finished when it is first asked for.
    @Nullable Value get(Value key) {
      Object group = groups.get(key);
      if (group instanceof Gatherings.Gathered gathered) {
        Value finished = gathered.finish();
        groups.put(key, finished);
        return finished;
      }
      return (Value) group;
    }
  }

  /// The end of the body of a grouped comprehension.
  static final class AddToGroup extends Step {
    private final Gatherings.Kind kind;
    private final Node[] by;
    private final int place;

    AddToGroup(Gatherings.Kind kind, Node[] by, int place) {
      this.kind = kind;
      this.by = by;
      this.place = place;
    }

    @Override
    boolean run(Frame frame) {
      var groups = (Groups) frame.gatherings[place];
      Value key = key(by, frame);
      var gathered = (Gatherings.Gathered) groups.groups.get(key);
      if (gathered == null) {
        gathered = Gatherings.begin(kind);
        groups.groups.put(key, gathered);
      }
      Gatherings.add(kind, gathered, frame);
      return false;
    }
  }
}
