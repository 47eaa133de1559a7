package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.base.value.ValueNumbers;
import dev.landwaiter.rego.ErrorCode;
import java.util.ArrayList;
import java.util.List;
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
  /// it gives is kept by their values. Where that run meets an error, which another order may not
  /// meet, nothing of it counts and the body is run each time.
  static final class Grouped extends Node {
    private final Gatherings.Kind kind;
    private final Nodes.Slot[] by;
    private final int memory;
    private final int place;
    private final Step body;
    private final Node direct;
    private final Value nothing;

    /// How to group.
    ///
    /// @param body ends with [AddToGroup] at the same place
    record Grouping(Gatherings.Kind kind, int memory, int place, Step body) {}

    /// @param by the variables around it
    Grouped(Grouping grouping, Nodes.Slot[] by, Node direct) {
      this.kind = grouping.kind();
      this.by = by;
      this.memory = grouping.memory();
      this.place = grouping.place();
      this.body = grouping.body();
      this.direct = direct;
      this.nothing = Gatherings.begin(kind).finish();
    }

    @Override
    @Nullable Value eval(Frame frame) {
      Scope scope = frame.scope;
      var known = (Groups) scope.memory[memory];
      if (known == null) {
        known = gather(frame);
        scope.memory[memory] = known;
      }
      if (known.failed) {
        return direct.eval(frame);
      }
      Value group = known.get(key(by, frame));
      return group == null ? nothing : group;
    }

    private Groups gather(Frame frame) {
      var groups = new Groups();
      Scope scope = frame.scope;
      Run run = scope.run;
      int errors = run.errors().size();
      int depth = run.depth();
      frame.gatherings[place] = groups;
      try {
        var _ = body.run(frame);
      } catch (Halt e) {
        if (!e.error().code().equals(ErrorCode.EVAL_CONFLICT)) {
          throw e;
        }
        groups.failed = true;
        frame.scope = scope;
        run.backTo(depth);
      }
      groups.failed |= run.forgetErrors(errors);
      return groups;
    }
  }

  private static Value key(Nodes.Slot[] by, Frame frame) {
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
    private final ValueNumbers numbers = new ValueNumbers();
    private final List<Gatherings.Gathered> groups = new ArrayList<>();
    private final List<@Nullable Value> finished = new ArrayList<>();
    private boolean failed;

    /// What was gathered for a value, finished when it is first asked for.
    @Nullable Value get(Value key) {
      int number = numbers.find(key);
      if (number < 0) {
        return null;
      }
      Value known = finished.get(number);
      if (known == null) {
        known = groups.get(number).finish();
        finished.set(number, known);
      }
      return known;
    }

    private Gatherings.Gathered open(Value key, Gatherings.Kind kind) {
      int number = numbers.of(key);
      if (number == groups.size()) {
        groups.add(Gatherings.begin(kind));
        finished.add(null);
      }
      return groups.get(number);
    }
  }

  /// The end of the body of a grouped comprehension.
  static final class AddToGroup extends Step {
    private final Gatherings.Kind kind;
    private final Nodes.Slot[] by;
    private final int place;

    AddToGroup(Gatherings.Kind kind, Nodes.Slot[] by, int place) {
      this.kind = kind;
      this.by = by;
      this.place = place;
    }

    @Override
    boolean run(Frame frame) {
      var groups = (Groups) frame.gatherings[place];
      Gatherings.add(kind, groups.open(key(by, frame), kind), frame);
      return false;
    }
  }
}
