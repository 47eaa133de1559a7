package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Nodes and steps that ask rules, and the places of the tree where rules and base documents meet.
final class Rules {
  private Rules() {}

  /// The whole value of a branch's rules.
  static final class Whole extends Node {
    private final Group group;

    Whole(Group group) {
      this.group = group;
    }

    @Override
    @Nullable Value eval(Frame frame) {
      return group.value(frame.scope);
    }
  }

  /// What lies at the end of known keys.
  static final class Keyed extends Node {
    private final Group group;
    private final Node[] keys;

    Keyed(Group group, Node[] keys) {
      this.group = group;
      this.keys = keys;
    }

    @Override
    @Nullable Value eval(Frame frame) {
      Value[] path = Nodes.all(keys, frame);
      return path == null ? null : group.at(frame.scope, group.keyed(keys.length), path);
    }
  }

  /// A call of a function that is made of rules.
  static final class Called extends Node {
    private final Callable function;
    private final Node[] arguments;

    Called(Callable function, Node[] arguments) {
      this.function = function;
      this.arguments = arguments;
    }

    @Override
    @Nullable Value eval(Frame frame) {
      Value[] values = Nodes.all(arguments, frame);
      return values == null ? null : function.call(frame.scope, values);
    }
  }

  /// A call of a function that may be replaced by `with`.
  static final class Replaceable extends Node {
    private final String name;
    private final Node original;
    private final Node[] arguments;

    Replaceable(String name, Node original, Node[] arguments) {
      this.name = name;
      this.original = original;
      this.arguments = arguments;
    }

    @Override
    @Nullable Value eval(Frame frame) {
      Scope scope = frame.scope;
      Scope.Mock mock = scope.mocks == null ? null : scope.mocks.get(name);
      if (mock == null) {
        return original.eval(frame);
      }
      Value[] values = Nodes.all(arguments, frame);
      if (values == null) {
        return null;
      }
      return mock.function() == null
          ? mock.value()
          : mock.function().call(scope.unmocked(), values);
    }
  }

  /// The value of a place above rules: the base document there and what the rules give.
  static final class Extent extends Node {
    private final Branch branch;
    private final Group[] groups;

    Extent(Branch branch, Group[] groups) {
      this.branch = branch;
      this.groups = groups;
    }

    @Override
    @Nullable Value eval(Frame frame) {
      return extent(frame.scope, branch, groups);
    }
  }

  static @Nullable Value extent(Scope scope, Branch branch, Group[] groups) {
    Value base = Paths.base(scope.data, branch.path);
    return scope.isReplaced(branch.number)
        ? base
        : Paths.merge(base, virtual(scope, branch, groups));
  }

  private static Value virtual(Scope scope, Branch branch, Group[] groups) {
    var draft = new ObjectValue.Draft();
    for (Branch child : branch.children) {
      if (child.hidden || scope.isReplaced(child.number)) {
        continue;
      }
      Value value =
          child.hasRules() ? groups[child.number].value(scope) : virtual(scope, child, groups);
      if (value != null) {
        draft.put(child.path[child.path.length - 1], value);
      }
    }
    return draft.finish();
  }

  /// Goes down from a place above rules by parts that are not all constant.
  static final class Descend extends Step {
    private final Branch start;
    private final Group[] groups;
    private final List<Part> parts;
    private final int slot;
    private final Step next;

    /// One part of the way.
    ///
    /// @param known what the key is, where that is known
    /// @param pattern what keys have to look like, where not
    record Part(@Nullable Node known, Pattern pattern) {}

    /// Where to, and what to go on with.
    record Way(List<Part> parts, int slot, Step next) {}

    Descend(Branch start, Group[] groups, Way way) {
      this.start = start;
      this.groups = groups;
      this.parts = way.parts();
      this.slot = way.slot();
      this.next = way.next();
    }

    @Override
    boolean run(Frame frame) {
      return below(
          frame,
          frame.scope.isReplaced(start.number) ? null : start,
          Paths.base(frame.scope.data, start.path),
          0);
    }

    private boolean below(Frame frame, @Nullable Branch branch, @Nullable Value base, int part) {
      if (branch != null && branch.hasRules()) {
        Value value = groups[branch.number].value(frame.scope);
        return value != null && below(frame, null, value, part);
      }
      if (part == parts.size()) {
        Value value = branch == null ? base : extent(frame.scope, branch, groups);
        if (value == null) {
          return false;
        }
        frame.slots[slot] = value;
        return next.run(frame);
      }
      Node known = parts.get(part).known();
      if (known != null) {
        Value key = known.eval(frame);
        return key != null && into(frame, branch, base, key, part);
      }
      return all(frame, branch, base, part);
    }

    private boolean into(
        Frame frame, @Nullable Branch branch, @Nullable Value base, Value key, int part) {
      Branch child = branch == null ? null : branch.child(key);
      if (child != null && frame.scope.isReplaced(child.number)) {
        child = null;
      }
      Value below = base == null ? null : Paths.select(base, key);
      return (child != null || below != null) && below(frame, child, below, part + 1);
    }

    private boolean all(Frame frame, @Nullable Branch branch, @Nullable Value base, int part) {
      Pattern pattern = parts.get(part).pattern();
      for (Value key : Keys.of(base)) {
        frame.scope.run.check();
        if (pattern.match(frame, key) && into(frame, branch, base, key, part)) {
          return true;
        }
      }
      if (branch != null) {
        for (Branch child : branch.children) {
          frame.scope.run.check();
          Value key = child.path[child.path.length - 1];
          boolean seen = base != null && Paths.select(base, key) != null;
          if (!seen && pattern.match(frame, key) && into(frame, branch, base, key, part)) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
