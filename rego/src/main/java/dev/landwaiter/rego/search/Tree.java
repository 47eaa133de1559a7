package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A ref below `data`: base documents and rules in one tree (reference 10.4).
final class Tree {
  private final Goal goal;
  private final Frame frame;

  Tree(Goal goal) {
    this.goal = goal;
    this.frame = goal.frame();
  }

  @Nullable Stop eval(Next next) throws RegoException {
    return at(frame.machine.program.root, List.of(goal.ref().head()), next);
  }

  /// @param node where the path leads in the tree of rules, or null
  /// @param path the ref's parts so far, all ground
  private @Nullable Stop at(@Nullable Node node, List<Term> path, Next next) throws RegoException {
    int position = path.size();
    if (position == goal.ref().parts().size()) {
      Residue residue = frame.machine.residue;
      var plugged = new Ref(path, goal.ref().at());
      if (residue != null && residue.requirement.of(plugged, frame.bindings)) {
        return residue.saveUnify(
            frame, plugged, goal.scope(), goal.other(), goal.otherScope(), next);
      }
      Value extent = extent(frame, node, path, goal.ref());
      return extent == null
          ? null
          : Unifier.unify(
              frame,
              goal.other(),
              goal.otherScope(),
              new Scalar(extent, goal.ref().at()),
              goal.scope(),
              next);
    }
    Term part = Plug.in(goal.ref().parts().get(position), goal.scope());
    return part instanceof Scalar key ? step(node, path, key, next) : each(node, path, next);
  }

  private @Nullable Stop step(@Nullable Node node, List<Term> path, Scalar key, Next next)
      throws RegoException {
    var longer = new ArrayList<Term>(path.size() + 1);
    longer.addAll(path);
    longer.add(key);
    Node child = null;
    if (node != null && !frame.machine.isReplaced(longer)) {
      child = node.children.get(key.value());
      if (child != null && child.hasRules()) {
        return Virtual.eval(goal, child, longer, next);
      }
    }
    return at(child, longer, next);
  }

  private @Nullable Stop each(@Nullable Node node, List<Term> path, Next next)
      throws RegoException {
    Term part = goal.ref().parts().get(path.size());
    Residue residue = frame.machine.residue;
    if (residue != null && residue.inlining.isBarred(new Ref(path, goal.ref().at()), true)) {
      var plugged = new ArrayList<Term>(path);
      plugged.addAll(goal.ref().parts().subList(path.size(), goal.ref().parts().size()));
      return residue.saveUnify(
          frame,
          new Ref(plugged, goal.ref().at()),
          goal.scope(),
          goal.other(),
          goal.otherScope(),
          next);
    }
    var alternatives = new Alternatives();
    var seen = new java.util.HashSet<Value>();
    Value base = frame.data(path, goal.ref().at());
    if (base != null) {
      for (Value key : keys(base)) {
        frame.machine.check(goal.ref().at());
        seen.add(key);
        Stop stop = one(node, path, part, key, next);
        if (alternatives.ends(stop)) {
          return stop;
        }
      }
    }
    if (node != null) {
      for (Node child : node.sorted) {
        Stop stop = seen.contains(child.key) ? null : one(node, path, part, child.key, next);
        if (alternatives.ends(stop)) {
          return stop;
        }
      }
    }
    return alternatives.deferred();
  }

  private @Nullable Stop one(@Nullable Node node, List<Term> path, Term part, Value key, Next next)
      throws RegoException {
    var term = new Scalar(key, goal.ref().at());
    return Unifier.unify(
        frame, term, goal.scope(), part, goal.scope(), () -> step(node, path, term, next));
  }

  private static List<Value> keys(Value value) {
    return switch (value) {
      case ArrayValue array ->
          java.util.stream.LongStream.range(0, array.size()).mapToObj(Value::of).toList();
      case ObjectValue object -> object.sortedKeys();
      case SetValue set -> set.elements();
      default -> List.of();
    };
  }

  /// Everything at a path: base documents and rules merged; null when there is neither.
  private static @Nullable Value extent(Frame frame, @Nullable Node node, List<Term> path, Ref ref)
      throws RegoException {
    Value base = frame.data(path, ref.at());
    if (node == null) {
      return base;
    }
    Value virtual = leaves(frame, node, path, ref);
    return base == null
        ? virtual
        : Merge.of(base, virtual).orElseThrow(() -> Failure.merge(ref.head().at()));
  }

  private static Value leaves(Frame frame, Node node, List<Term> path, Ref ref)
      throws RegoException {
    var draft = new ObjectValue.Draft();
    for (Node child : node.sorted) {
      if (child.hidden) {
        continue;
      }
      var longer = new ArrayList<Term>(path);
      longer.add(new Scalar(child.key, ref.at()));
      Value value = child.hasRules() ? leaf(frame, longer, ref) : leaves(frame, child, longer, ref);
      if (value != null) {
        draft.put(child.key, value);
      }
    }
    return draft.finish();
  }

  private static @Nullable Value leaf(Frame frame, List<Term> path, Ref ref) throws RegoException {
    var result = new Variable("$leaf" + frame.machine.generated(), ref.at());
    Value[] save = {null};
    frame.unify(
        new Ref(path, ref.at()),
        result,
        () -> {
          if (Plug.in(result, frame.bindings) instanceof Scalar scalar) {
            save[0] = scalar.value();
          }
          return null;
        });
    return save[0];
  }
}
