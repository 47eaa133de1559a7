package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoError;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call of a built-in function or of a rule with arguments.
final class Calling {
  private final Frame frame;
  private final Machine machine;
  private final Expr expr;

  Calling(Frame frame, Expr expr) {
    this.frame = frame;
    this.machine = frame.machine;
    this.expr = expr;
  }

  @Nullable Stop eval(Step.Invocation call, Next next) throws RegoException {
    return call(call.operator(), call.arguments(), next);
  }

  private @Nullable Stop call(Operator operator, List<Term> arguments, Next next)
      throws RegoException {
    Term mock = machine.mocks.isEmpty() ? null : machine.mocks.find(operator.ref());
    if (mock instanceof Ref ref) {
      Operator replacement = machine.program.operator(ref);
      if (replacement.builtin() != null || replacement.arity() > 0) {
        return replaced(replacement, arguments, next);
      }
    }
    if (mock != null) {
      return value(operator, arguments, mock, next);
    }
    Residue residue = machine.residue;
    if (operator.node() != null) {
      return new FunctionRule(frame, expr, operator, arguments).eval(next);
    }
    Builtin builtin = operator.builtin();
    if (builtin == null) {
      throw Failure.internal("unsupported built-in: " + operator.name(), expr.at());
    }
    return residue != null && residue.requirement.of(frame.expr(), frame.bindings)
        ? residue.saveCall(frame, operator.ref(), operator.arity(), arguments, next)
        : builtin(builtin, operator, arguments, next);
  }

  private @Nullable Stop replaced(Operator replacement, List<Term> arguments, Next next)
      throws RegoException {
    machine.mocks.push();
    Stop stop =
        call(
            replacement,
            arguments,
            () -> {
              machine.mocks.pop();
              Stop after = next.go();
              machine.mocks.push();
              return after;
            });
    machine.mocks.pop();
    return stop;
  }

  private @Nullable Stop value(Operator operator, List<Term> arguments, Term mock, Next next)
      throws RegoException {
    if (arguments.size() > operator.arity()) {
      return frame.unify(arguments.getLast(), mock, next);
    }
    return mock instanceof Scalar scalar && scalar.value().equals(BooleanValue.FALSE)
        ? null
        : next.go();
  }

  private @Nullable Stop builtin(
      Builtin builtin, Operator operator, List<Term> arguments, Next next) throws RegoException {
    int arity = operator.arity();
    Value[] values = new Value[Math.min(arity, arguments.size())];
    for (int i = 0; i < values.length; i++) {
      if (!(Plug.in(arguments.get(i), frame.bindings) instanceof Scalar scalar)) {
        throw Failure.internal("an argument of " + operator.name() + " is not bound", expr.at());
      }
      values[i] = scalar.value();
    }
    if (operator.name().equals("walk")) {
      return walk(values[0], arguments, next);
    }
    Watch watch = machine.watch;
    int mark = watch == null ? 0 : watch.here();
    Stop stop = result(builtin, arguments, values, next);
    if (watch != null) {
      watch.back(mark);
    }
    return stop;
  }

  private @Nullable Stop result(Builtin builtin, List<Term> arguments, Value[] values, Next next)
      throws RegoException {
    Value result;
    try {
      machine.note = expr;
      machine.noteFrame = frame;
      result = builtin.operation().call(machine.evaluation, values);
    } catch (BuiltinException e) {
      failed(builtin, e);
      return null;
    }
    if (result == null) {
      return null;
    }
    if (builtin.declaration().type().result().isEmpty()) {
      return next.go();
    }
    Watch watch = machine.watch;
    if (watch != null) {
      watch.call(builtin, values);
      result = watch.computed(builtin, values, result);
    }
    if (arguments.size() > builtin.declaration().arity()) {
      return frame.unify(arguments.getLast(), new Scalar(result, expr.at()), next);
    }
    return result.equals(BooleanValue.FALSE) ? null : next.go();
  }

  private @Nullable Stop walk(Value document, List<Term> arguments, Next next)
      throws RegoException {
    Term output = arguments.size() > 1 ? Plug.in(arguments.get(1), frame.bindings) : null;
    List<Term> path = List.of();
    boolean known = false;
    if (output instanceof ArrayTerm pair && pair.elements().size() == 2) {
      if (pair.elements().getFirst() instanceof ArrayTerm filter) {
        path = filter.elements();
        known = true;
      } else if (pair.elements().getFirst() instanceof Scalar(ArrayValue filter, var at)) {
        path = filter.elements().stream().<Term>map(part -> new Scalar(part, at)).toList();
        known = true;
      }
    }
    return new Walk(machine, expr.at(), known ? path : null)
        .from(
            document,
            pair ->
                arguments.size() > 1
                    ? frame.unify(arguments.get(1), new Scalar(pair, expr.at()), next)
                    : next.go());
  }

  private void failed(Builtin builtin, BuiltinException e) throws RegoException {
    if (e.isHalt()) {
      throw new RegoException(RegoError.of(e.code(), String.valueOf(e.getMessage())));
    }
    machine.builtinErrors.add(
        RegoError.of(e.code(), builtin.name() + ": " + e.getMessage(), expr.at()));
  }
}
