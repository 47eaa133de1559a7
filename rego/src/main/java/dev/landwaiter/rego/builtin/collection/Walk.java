package dev.landwaiter.rego.builtin.collection;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.builtin.core.Membership;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The nodes of a value with their paths, a node before what is in it: arrays by index, objects by
/// sorted key, sets by sorted element, the element itself being the part of the path.
public final class Walk {
  /// Takes one node.
  @FunctionalInterface
  public interface Visitor {
    /// Takes one node, parents before what is in them.
    ///
    /// @param path empty when paths are not wanted
    void visit(ArrayValue path, Value value) throws BuiltinException;
  }

  private Walk() {}

  /// All nodes as pairs `[path, value]`.
  public static ArrayValue pairs(Surroundings surroundings, Value root) throws BuiltinException {
    var pairs = new ArrayList<Value>();
    each(
        root,
        true,
        (path, value) -> {
          surroundings.check();
          surroundings.reserve(2L + path.size());
          pairs.add(ArrayValue.of(path, value));
        });
    return new ArrayValue(pairs);
  }

  /// Visits all nodes.
  ///
  /// @param withPaths whether the visitor wants paths, which cost more than the walk itself
  public static void each(Value root, boolean withPaths, Visitor visitor) throws BuiltinException {
    if (withPaths) {
      visit(root, new Value[8], 0, visitor);
    } else {
      visit(root, visitor);
    }
  }

  private static void visit(Value value, Visitor visitor) throws BuiltinException {
    visitor.visit(ArrayValue.EMPTY, value);
    switch (value) {
      case ArrayValue array -> {
        for (int i = 0; i < array.size(); i++) {
          visit(array.at(i), visitor);
        }
      }
      case ObjectValue object -> {
        for (int i = 0; i < object.size(); i++) {
          visit(object.sortedValue(i), visitor);
        }
      }
      case SetValue set -> {
        for (int i = 0; i < set.size(); i++) {
          visit(set.at(i), visitor);
        }
      }
      default -> {}
    }
  }

  private static void visit(Value value, Value[] path, int depth, Visitor visitor)
      throws BuiltinException {
    visitor.visit(path(path, depth), value);
    Value[] room = depth == path.length ? java.util.Arrays.copyOf(path, depth * 2) : path;
    switch (value) {
      case ArrayValue array -> {
        for (int i = 0; i < array.size(); i++) {
          room[depth] = NumberValue.of(i);
          visit(array.at(i), room, depth + 1, visitor);
        }
      }
      case ObjectValue object -> {
        for (int i = 0; i < object.size(); i++) {
          room[depth] = object.sortedKey(i);
          visit(object.sortedValue(i), room, depth + 1, visitor);
        }
      }
      case SetValue set -> {
        for (int i = 0; i < set.size(); i++) {
          room[depth] = set.at(i);
          visit(set.at(i), room, depth + 1, visitor);
        }
      }
      default -> {}
    }
  }

  private static ArrayValue path(Value[] path, int depth) {
    return depth == 0 ? ArrayValue.EMPTY : ArrayValue.of(java.util.Arrays.copyOf(path, depth));
  }

  /// Visits the nodes whose path has as many parts as the pattern and is alike wherever the pattern
  /// has a value; only matching branches are entered.
  public static void matching(Value root, List<@Nullable Value> pattern, Visitor visitor)
      throws BuiltinException {
    match(root, pattern, new Value[pattern.size()], 0, visitor);
  }

  private static void match(
      Value value, List<@Nullable Value> pattern, Value[] path, int depth, Visitor visitor)
      throws BuiltinException {
    if (depth == path.length) {
      visitor.visit(path(path, depth), value);
      return;
    }
    Value wanted = pattern.get(depth);
    if (wanted != null) {
      Value found = Membership.at(value, wanted);
      if (found != null) {
        path[depth] = wanted;
        match(found, pattern, path, depth + 1, visitor);
      }
      return;
    }
    switch (value) {
      case ArrayValue array -> {
        for (int i = 0; i < array.size(); i++) {
          path[depth] = NumberValue.of(i);
          match(array.at(i), pattern, path, depth + 1, visitor);
        }
      }
      case ObjectValue object -> {
        for (int i = 0; i < object.size(); i++) {
          path[depth] = object.sortedKey(i);
          match(object.sortedValue(i), pattern, path, depth + 1, visitor);
        }
      }
      case SetValue set -> {
        for (int i = 0; i < set.size(); i++) {
          path[depth] = set.at(i);
          match(set.at(i), pattern, path, depth + 1, visitor);
        }
      }
      default -> {}
    }
  }
}
