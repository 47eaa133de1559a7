package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A call of a rule with arguments (reference 10.5).
@SuppressWarnings("OperatorPrecedence")
final class FunctionRule {
  private final Frame frame;
  private final Node node;
  private final Expr expr;
  private final Ref ref;

  /// The arguments, and behind them the result if it is wanted.
  private final List<Term> arguments;

  private final boolean captures;
  private final Alternatives alternatives = new Alternatives();
  private Attempts attempts;
  private @Nullable Value known;
  private boolean yielded;

  FunctionRule(Frame frame, Expr expr, Operator operator, List<Term> arguments) {
    this.frame = frame;
    this.node = java.util.Objects.requireNonNull(operator.node());
    this.expr = expr;
    this.ref = operator.ref();
    this.arguments = arguments;
    this.captures = arguments.size() > operator.arity();
    this.attempts = new Attempts(frame);
  }

  @Nullable Stop eval(Next next) throws RegoException {
    Watch watch = frame.machine.watch;
    if (watch == null) {
      return evaluated(next);
    }
    int mark = watch.here();
    for (Term argument : arguments.subList(0, arguments.size() - (captures ? 1 : 0))) {
      if (Plug.in(argument, frame.bindings) instanceof Scalar scalar) {
        watch.pass(scalar.value());
      }
    }
    attempts = new Attempts(frame);
    Stop stop = evaluated(next);
    watch.back(mark);
    return stop;
  }

  private @Nullable Stop evaluated(Next next) throws RegoException {
    Residue residue = frame.machine.residue;
    List<Term> asked = residue == null ? arguments : List.of();
    Virtual.Found found = Virtual.lookup(frame, node, ref, asked, ref);
    Optional<Clause> fallback = node.defaultClause();
    if (found.definitions().isEmpty() && fallback.isEmpty()) {
      return null;
    }
    if (residue != null) {
      boolean chained = found.definitions().stream().anyMatch(branches -> branches.size() > 1);
      if (chained && residue.requirement.of(frame.expr(), frame.bindings)) {
        return residue.saveCall(frame, ref, node.arity(), arguments, next);
      }
      if (isKept(residue, fallback)) {
        return support(residue, found, fallback, next);
      }
    }
    // What is remembered does not tell what it stands on.
    Value key = residue == null && frame.machine.watch == null ? key() : null;
    Optional<Value> memo = key == null ? null : frame.machine.virtual.get(node, key);
    if (memo != null && memo.isPresent()) {
      return remembered(memo.get(), next);
    }
    for (List<Clause> definition : found.definitions()) {
      Stop stop = definition(definition, found.earlyExit(), key, next);
      attempts.next();
      if (stop != null) {
        return stop.outer();
      }
    }
    if (known == null && fallback.isPresent()) {
      attempts.fallback();
      return Stop.ended(clause(fallback.get(), found.earlyExit(), key, next));
    }
    return Stop.ended(alternatives.deferred());
  }

  /// Whether a call stays a call in partial evaluation.
  private boolean isKept(Residue residue, Optional<Clause> fallback) {
    boolean matters =
        fallback.isPresent()
            && (captures || !fallback.get().value().equals(Scalar.of(false, expr.at())));
    if (!matters && !residue.shallow && !residue.inlining.isBarred(ref, false)) {
      return false;
    }
    boolean unknown = residue.requirement.of(ref, frame.bindings);
    for (int i = 0; i < node.arity() && !unknown; i++) {
      unknown = residue.requirement.of(arguments.get(i), frame.bindings);
    }
    return unknown;
  }

  private @Nullable Stop support(
      Residue residue, Virtual.Found found, Optional<Clause> fallback, Next next)
      throws RegoException {
    var kept = new Keeping(frame, residue, residue.support.namespaced(ref));
    if (!residue.support.has(kept.path())) {
      for (List<Clause> definition : found.definitions()) {
        kept.add(definition.getFirst(), ref.parts().size());
      }
      if (fallback.isPresent()) {
        kept.add(fallback.get(), ref.parts().size());
      }
    }
    return residue.support.has(kept.path())
        ? residue.saveCall(frame, kept.path(), node.arity(), arguments, next)
        : null;
  }

  private @Nullable Stop remembered(Value value, Next next) throws RegoException {
    if (captures) {
      return frame.unify(arguments.getLast(), new Scalar(value, expr.at()), next);
    }
    return value.equals(BooleanValue.FALSE) ? null : next.go();
  }

  /// The arguments' values, or null when they are not all known.
  private @Nullable Value key() {
    int count = arguments.size() - (captures ? 1 : 0);
    Value[] values = new Value[count];
    for (int i = 0; i < count; i++) {
      if (!(Plug.in(arguments.get(i), frame.bindings) instanceof Scalar scalar)) {
        return null;
      }
      values[i] = scalar.value();
    }
    return ArrayValue.of(values);
  }

  private @Nullable Stop definition(
      List<Clause> branches, boolean one, @Nullable Value key, Next next) throws RegoException {
    for (Clause clause : branches) {
      yielded = false;
      Stop stop = clause(clause, one, key, next);
      if (alternatives.ends(stop)) {
        return stop;
      }
      if (yielded) {
        return null;
      }
    }
    return null;
  }

  private @Nullable Stop clause(Clause clause, boolean one, @Nullable Value key, Next next)
      throws RegoException {
    Frame child = frame.child(clause.block(), one);
    child.tracing.enter(child, clause);
    List<Term> patterns = new ArrayList<>(clause.arguments());
    if (captures) {
      patterns.add(clause.value());
    }
    Attempts.Attempt attempt = attempts.begin();
    Stop stop =
        Unifier.all(
            child,
            arguments,
            frame.bindings,
            patterns,
            child.bindings,
            () -> child.eval(() -> success(clause, child, key, () -> outside(attempt, next))));
    attempts.end(attempt, known != null);
    return stop;
  }

  private @Nullable Stop outside(Attempts.@Nullable Attempt attempt, Next next)
      throws RegoException {
    int mark = attempts.leave(attempt);
    Stop stop = next.go();
    attempts.enter(attempt, mark);
    return stop;
  }

  /// All definitions count in partial evaluation, and results may not be known.
  private @Nullable Stop partial(Residue residue, Clause clause, Frame child, Next next)
      throws RegoException {
    yielded = true;
    Bindings.Bound value = child.bindings.resolve(clause.value());
    Stop stop = null;
    if (!captures && residue.unknowns.contains(value.term(), value.scope())) {
      stop = residue.save(child, Expr.of(clause.value()), child.bindings, next);
    } else if (captures || !clauseIsFalse(clause, child)) {
      known = known == null ? BooleanValue.TRUE : known;
      stop = next.go();
    }
    if (stop == null) {
      child.tracing.redo(child, clause);
    }
    return stop;
  }

  private static boolean clauseIsFalse(Clause clause, Frame child) {
    return Plug.in(clause.value(), child.bindings) instanceof Scalar scalar
        && scalar.value().equals(BooleanValue.FALSE);
  }

  private @Nullable Stop success(Clause clause, Frame child, @Nullable Value key, Next next)
      throws RegoException {
    child.tracing.exit(child, clause);
    if (frame.machine.residue != null) {
      return partial(frame.machine.residue, clause, child, next);
    }
    if (!(Plug.in(clause.value(), child.bindings) instanceof Scalar scalar)) {
      throw Failure.internal("the value of a function is not bound", clause.rule().at());
    }
    Value value = scalar.value();
    yielded = true;
    if (key != null) {
      frame.machine.virtual.put(node, key, Optional.of(value));
    }
    if (known != null) {
      if (!known.equals(value)) {
        throw Failure.function(clause.rule());
      }
      child.tracing.redo(child, clause);
      return null;
    }
    known = value;
    if (!captures && value.equals(BooleanValue.FALSE)) {
      return null;
    }
    Stop stop = next.go();
    yielded = true;
    if (stop == null) {
      child.tracing.redo(child, clause);
    }
    return stop;
  }
}
