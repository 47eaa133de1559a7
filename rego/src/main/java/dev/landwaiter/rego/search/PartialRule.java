package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rules that together make a set or an object (reference 10.5).
final class PartialRule {
  private final Goal goal;
  private final Frame frame;
  private final Node node;

  /// The number of parts of the rule's ground path; the next part selects in its document.
  private final int position;

  private final List<Term> parts;

  /// What a watch keeps of the evaluation of all definitions.
  private Watch.@Nullable Open open;

  PartialRule(Goal goal, Node node, List<Term> path) {
    this.goal = goal;
    this.frame = goal.frame();
    this.node = node;
    this.position = path.size();
    this.parts = goal.ref().parts();
  }

  @Nullable Stop eval(Virtual.Found found, Next next) throws RegoException {
    if (parts.size() == position) {
      return inside(position, whole(found), next);
    }
    if (found.definitions().isEmpty()) {
      return null;
    }
    Optional<Value> known = frame.machine.virtual.get(node, ArrayValue.EMPTY);
    if (known != null && known.isPresent()) {
      return inside(position, known.get(), next);
    }
    if (Plug.in(parts.get(position), goal.scope()) instanceof Variable) {
      return inside(position, whole(found), next);
    }
    return some(found, next);
  }

  /// Evaluates only what can yield the ground front of the parts that follow.
  private @Nullable Stop some(Virtual.Found found, Next next) throws RegoException {
    var front = new ArrayList<Term>();
    for (int i = position; i < longest(found); i++) {
      if (!(Plug.in(parts.get(i), goal.scope()) instanceof Scalar scalar)) {
        break;
      }
      front.add(scalar);
      Optional<Value> known = frame.machine.virtual.get(node, rest(front));
      if (known != null && known.isPresent()) {
        return inside(i + 1, known.get(), next);
      }
    }
    var extent = new Extent(position, isSet());
    open();
    for (List<Clause> definition : found.definitions()) {
      first(definition, clause -> narrowed(clause, extent));
    }
    Value document = finish(extent);
    Value asked = front.isEmpty() ? null : Extent.find(document, front);
    if (asked != null && isFree(position + front.size(), longest(found))) {
      frame.machine.virtual.put(node, rest(front), Optional.of(asked));
    }
    return inside(position, document, next);
  }

  /// Whether these parts narrow nothing: different variables, all unbound.
  private boolean isFree(int from, int to) {
    var seen = new java.util.HashSet<Term>();
    for (int i = from; i < to; i++) {
      Term part = Plug.in(parts.get(i), goal.scope());
      if (!(part instanceof Variable) || !seen.add(part)) {
        return false;
      }
    }
    return true;
  }

  private boolean isSet() {
    return node.isGround() && node.isMultiValue();
  }

  private static Value rest(List<Term> front) {
    return ArrayValue.of(front.stream().map(part -> ((Scalar) part).value()).toArray(Value[]::new));
  }

  /// The index behind the last part that any head can decide.
  private int longest(Virtual.Found found) {
    int longest = 0;
    for (List<Clause> definition : found.definitions()) {
      Clause clause = definition.getFirst();
      longest = Math.max(longest, clause.path().parts().size() + (clause.isMultiValue() ? 1 : 0));
    }
    return Math.min(longest, parts.size());
  }

  /// The whole document, from memory or from all definitions.
  private Value whole(Virtual.Found found) throws RegoException {
    Optional<Value> known = frame.machine.virtual.get(node, ArrayValue.EMPTY);
    if (known != null && known.isPresent()) {
      return known.get();
    }
    var extent = new Extent(position, isSet());
    open();
    for (List<Clause> definition : found.definitions()) {
      first(definition, clause -> evaluated(clause, extent));
    }
    Value document = finish(extent);
    frame.machine.virtual.put(node, ArrayValue.EMPTY, Optional.of(document));
    return document;
  }

  private void open() {
    open = frame.machine.watch == null ? null : frame.machine.watch.open();
  }

  private Value finish(Extent extent) {
    Watch watch = frame.machine.watch;
    return watch == null || open == null ? extent.finish() : watch.gathered(open, extent.finish());
  }

  /// Evaluates a branch and tells whether it had a success.
  @FunctionalInterface
  private interface Branch {
    boolean evaluate(Clause clause) throws RegoException;
  }

  /// Evaluates the branches of a definition up to the first with a success.
  private static void first(List<Clause> branches, Branch branch) throws RegoException {
    for (Clause clause : branches) {
      if (branch.evaluate(clause)) {
        return;
      }
    }
  }

  private boolean evaluated(Clause clause, Extent extent) throws RegoException {
    Frame child = frame.child(clause.block(), false);
    child.tracing.enter(child, clause);
    int mark = here();
    boolean[] met = {false};
    child.eval(() -> {
      child.tracing.exit(child, clause);
      met[0] = true;
      add(extent, clause, child, mark);
      child.tracing.redo(child, clause);
      return null;
    });
    return met[0];
  }

  private int here() {
    return frame.machine.watch == null ? 0 : frame.machine.watch.here();
  }

  private boolean add(Extent extent, Clause clause, Frame child, int mark) throws RegoException {
    frame.machine.reserve(4, clause.rule().at());
    boolean known = extent.add(clause, child.bindings);
    Watch watch = frame.machine.watch;
    if (watch != null && open != null) {
      watch.made(node, mark, extent.last(), false);
      watch.success(open, mark, extent.last());
    }
    return known;
  }

  /// Evaluates one definition with the parts of the ref unified with those of its head.
  private boolean narrowed(Clause clause, Extent extent) throws RegoException {
    Frame child = frame.child(clause.block(), false);
    child.tracing.enter(child, clause);
    int mark = here();
    boolean[] defined = {false};
    boolean[] met = {false};
    head(
        goal,
        position,
        clause,
        child,
        () -> {
          defined[0] = true;
          return child.eval(() -> {
            child.tracing.exit(child, clause);
            met[0] = true;
            if (add(extent, clause, child, mark)) {
              child.tracing.duplicate(child, clause);
            } else {
              child.tracing.redo(child, clause);
            }
            return null;
          });
        });
    if (!defined[0]) {
      child.tracing.fail(child, clause);
    }
    return met[0];
  }

  /// Unifies the parts of a ref behind a rule's ground path with those of a definition's head.
  static @Nullable Stop head(Goal goal, int position, Clause clause, Frame child, Next next)
      throws RegoException {
    List<Term> parts = goal.ref().parts();
    List<Term> path = clause.path().parts();
    int common = Math.min(path.size(), parts.size());
    var asked = new ArrayList<Term>(parts.subList(Math.min(position, common), common));
    var given = new ArrayList<Term>(path.subList(Math.min(position, common), common));
    if (clause.isMultiValue() && path.size() < parts.size()) {
      asked.add(parts.get(path.size()));
      given.add(clause.value());
    }
    return Unifier.all(child, asked, goal.scope(), given, child.bindings, next);
  }

  private @Nullable Stop inside(int at, Value document, Next next) throws RegoException {
    return goal.inside(at, new Scalar(document, goal.ref().at()), goal.scope(), next);
  }
}
