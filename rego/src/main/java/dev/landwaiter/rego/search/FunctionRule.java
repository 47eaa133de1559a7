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
final class FunctionRule {
  private final Frame frame;
  private final Node node;
  private final Expr expr;
  private final Ref ref;

  /// The arguments, and behind them the result if it is wanted.
  private final List<Term> arguments;

  private final boolean captures;
  private final Alternatives alternatives = new Alternatives();
  private @Nullable Value known;
  private boolean yielded;

  FunctionRule(Frame frame, Expr expr, Operator operator, List<Term> arguments) {
    this.frame = frame;
    this.node = java.util.Objects.requireNonNull(operator.node());
    this.expr = expr;
    this.ref = operator.ref();
    this.arguments = arguments;
    this.captures = arguments.size() > operator.arity();
  }

  @Nullable Stop eval(Next next) throws RegoException {
    Virtual.Found found = Virtual.lookup(frame, node, ref, arguments, ref);
    Optional<Clause> fallback = node.defaultClause();
    if (found.definitions().isEmpty() && fallback.isEmpty()) {
      return null;
    }
    Value key = key();
    Optional<Value> memo = key == null ? null : frame.machine.virtual.get(node, key);
    if (memo != null && memo.isPresent()) {
      return remembered(memo.get(), next);
    }
    for (List<Clause> definition : found.definitions()) {
      Stop stop = definition(definition, found.earlyExit(), key, next);
      if (stop != null) {
        return stop.outer();
      }
    }
    if (known == null && fallback.isPresent()) {
      return Stop.outer(clause(fallback.get(), found.earlyExit(), key, next));
    }
    return Stop.outer(alternatives.deferred());
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
    return Unifier.all(
        child,
        arguments,
        frame.bindings,
        patterns,
        child.bindings,
        () -> child.eval(() -> success(clause, child, key, next)));
  }

  private @Nullable Stop success(Clause clause, Frame child, @Nullable Value key, Next next)
      throws RegoException {
    child.tracing.exit(child, clause);
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
