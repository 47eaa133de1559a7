package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `walk`: every node of a document with its path (reference 13.11).
final class Walk {
  private final Machine machine;
  private final Location at;
  private final @Nullable List<Term> filter;
  private final List<Value> path = new ArrayList<>();

  /// Takes a pair of path and node.
  @FunctionalInterface
  interface Visitor {
    @Nullable Stop visit(Value pair) throws RegoException;
  }

  /// @param filter the parts the path must have, some of them unknown; null when any will do
  Walk(Machine machine, Location at, @Nullable List<Term> filter) {
    this.machine = machine;
    this.at = at;
    this.filter = filter;
  }

  @Nullable Stop from(Value node, Visitor visitor) throws RegoException {
    machine.check(at);
    if (path.size() > machine.settings.budget().depth()) {
      throw Failure.halt("walk: the document is nested too deeply", at);
    }
    if (filter == null || path.size() == filter.size()) {
      machine.reserve(path.size() + 2L, at);
      Stop stop = visitor.visit(ArrayValue.of(new ArrayValue(path), node));
      if (stop != null || filter != null) {
        return stop;
      }
    } else if (filter.get(path.size()) instanceof Scalar wanted) {
      Value below = Select.in(node, wanted.value());
      return below == null ? null : into(wanted.value(), below, visitor);
    }
    return children(node, visitor);
  }

  private @Nullable Stop children(Value node, Visitor visitor) throws RegoException {
    Stop stop = null;
    switch (node) {
      case ArrayValue array -> {
        for (int i = 0; i < array.size() && stop == null; i++) {
          stop = into(Value.of(i), array.at(i), visitor);
        }
      }
      case ObjectValue object -> {
        for (int i = 0; i < object.size() && stop == null; i++) {
          stop = into(object.sortedKey(i), object.sortedValue(i), visitor);
        }
      }
      case SetValue set -> {
        for (int i = 0; i < set.size() && stop == null; i++) {
          stop = into(set.at(i), set.at(i), visitor);
        }
      }
      default -> {}
    }
    return stop;
  }

  private @Nullable Stop into(Value key, Value below, Visitor visitor) throws RegoException {
    path.add(key);
    Stop stop = from(below, visitor);
    path.removeLast();
    return stop;
  }
}
