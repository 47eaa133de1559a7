package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A rule with one value (reference 10.5).
@SuppressWarnings("OperatorPrecedence")
final class CompleteRule {
  private final Goal goal;
  private final Frame frame;
  private final Node node;
  private final int position;
  private final Alternatives alternatives = new Alternatives();

  private final Attempts attempts;

  /// What the definitions so far yielded, or null.
  private @Nullable Value value;

  CompleteRule(Goal goal, Node node, List<Term> path) {
    this.goal = goal;
    this.frame = goal.frame();
    this.node = node;
    this.position = path.size();
    this.attempts = new Attempts(frame);
  }

  @Nullable Stop eval(Virtual.Found found, Next next) throws RegoException {
    Optional<Clause> fallback = node.defaultClause();
    if (node.arity() > 0 || found.definitions().isEmpty() && fallback.isEmpty()) {
      return null;
    }
    Optional<Value> known = frame.machine.virtual.get(node, ArrayValue.EMPTY);
    // What is remembered does not tell what it stands on.
    if (known != null && frame.machine.watch == null) {
      return known.isEmpty()
          ? null
          : goal.inside(position, new Scalar(known.get(), goal.ref().at()), goal.scope(), next);
    }
    for (List<Clause> definition : found.definitions()) {
      Stop stop = definition(definition, found.earlyExit(), next);
      attempts.next();
      if (stop != null) {
        return stop.outer();
      }
    }
    if (value == null && fallback.isPresent()) {
      attempts.fallback();
      return Stop.ended(clause(fallback.get(), found.earlyExit(), next));
    }
    if (value == null) {
      frame.machine.virtual.put(node, ArrayValue.EMPTY, Optional.empty());
    }
    return Stop.ended(alternatives.deferred());
  }

  /// Tries the branches of a definition until one yields a value.
  private @Nullable Stop definition(List<Clause> branches, boolean one, Next next)
      throws RegoException {
    for (Clause clause : branches) {
      yielded = false;
      Stop stop = clause(clause, one, next);
      if (alternatives.ends(stop)) {
        return stop;
      }
      if (yielded) {
        return null;
      }
    }
    return null;
  }

  /// Whether the branch tried last yielded a value.
  private boolean yielded;

  private @Nullable Stop clause(Clause clause, boolean one, Next next) throws RegoException {
    Frame child = frame.child(clause.block(), one);
    child.tracing.enter(child, clause);
    Attempts.Attempt attempt = attempts.begin();
    Stop stop = child.eval(() -> success(clause, child, attempt, next));
    attempts.end(attempt, value != null);
    return stop;
  }

  private @Nullable Stop success(
      Clause clause, Frame child, Attempts.@Nullable Attempt attempt, Next next)
      throws RegoException {
    child.tracing.exit(child, clause);
    Term result = Plug.in(clause.value(), child.bindings);
    if (!(result instanceof Scalar scalar)) {
      throw Failure.internal("the value of a rule is not bound", clause.rule().at());
    }
    yielded = true;
    if (value != null) {
      if (!value.equals(scalar.value())) {
        throw Failure.complete(clause.rule());
      }
      child.tracing.redo(child, clause);
      return null;
    }
    value = scalar.value();
    frame.machine.virtual.put(node, ArrayValue.EMPTY, Optional.of(scalar.value()));
    if (frame.machine.watch != null) {
      frame.machine.watch.made(node, attempts.start(), scalar.value(), true);
    }
    int mark = attempts.leave(attempt);
    Stop stop = goal.inside(position, scalar, child.bindings, next);
    attempts.enter(attempt, mark);
    // The branch did yield, whatever other branches were tried meanwhile.
    yielded = true;
    if (stop == null) {
      child.tracing.redo(child, clause);
    }
    return stop;
  }
}
