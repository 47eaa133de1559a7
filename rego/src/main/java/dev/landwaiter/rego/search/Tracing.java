package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.trace.Event;
import dev.landwaiter.rego.trace.Local;
import dev.landwaiter.rego.trace.Subject;
import dev.landwaiter.rego.trace.Tracer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells the tracer, if there is one, what happens.
final class Tracing {
  private final @Nullable Tracer tracer;

  Tracing(@Nullable Tracer tracer) {
    this.tracer = tracer;
  }

  boolean isOn() {
    return tracer != null;
  }

  void enter(Frame frame) {
    body(Event.Op.ENTER, frame);
  }

  void exit(Frame frame) {
    body(Event.Op.EXIT, frame);
  }

  void redo(Frame frame) {
    body(Event.Op.REDO, frame);
  }

  private void body(Event.Op op, Frame frame) {
    if (tracer != null) {
      tell(op, frame, new Subject.OfBody(frame.block.body()), early(op, frame), Optional.empty());
    }
  }

  private static String early(Event.Op op, Frame frame) {
    return op == Event.Op.EXIT && frame.findOne ? "early" : "";
  }

  void enter(Frame frame, Clause clause) {
    clause(Event.Op.ENTER, frame, clause);
  }

  void exit(Frame frame, Clause clause) {
    clause(Event.Op.EXIT, frame, clause);
  }

  void redo(Frame frame, Clause clause) {
    clause(Event.Op.REDO, frame, clause);
  }

  void fail(Frame frame, Clause clause) {
    clause(Event.Op.FAIL, frame, clause);
  }

  void duplicate(Frame frame, Clause clause) {
    clause(Event.Op.DUPLICATE, frame, clause);
  }

  private void clause(Event.Op op, Frame frame, Clause clause) {
    if (tracer != null) {
      var subject = new Subject.OfRule(clause.rule(), clause.path());
      tell(op, frame, subject, early(op, frame), Optional.empty());
    }
  }

  void eval(Frame frame, Expr expr) {
    expr(Event.Op.EVAL, frame, expr);
  }

  void redo(Frame frame, Expr expr) {
    expr(Event.Op.REDO, frame, expr);
  }

  void fail(Frame frame, Expr expr) {
    expr(Event.Op.FAIL, frame, expr);
  }

  void enter(Frame frame, Expr expr) {
    expr(Event.Op.ENTER, frame, expr);
  }

  void exit(Frame frame, Expr expr) {
    if (tracer != null) {
      tell(
          Event.Op.EXIT,
          frame,
          new Subject.OfExpr(expr),
          early(Event.Op.EXIT, frame),
          Optional.empty());
    }
  }

  void save(Frame frame, Expr expr) {
    expr(Event.Op.SAVE, frame, expr);
  }

  private void expr(Event.Op op, Frame frame, Expr expr) {
    if (tracer != null) {
      tell(op, frame, new Subject.OfExpr(expr), "", Optional.empty());
    }
  }

  /// Tells of a unification, which stands where the body's last event stood.
  void unify(Frame frame, Expr equality) {
    expr(Event.Op.UNIFY, frame, equality.at(frame.lastPlace));
  }

  void index(Frame frame, Expr expr, String message, Ref ref) {
    if (tracer != null) {
      tell(Event.Op.INDEX, frame, new Subject.OfExpr(expr), message, Optional.of(ref));
    }
  }

  void note(Frame frame, Expr expr, String message) {
    if (tracer != null) {
      tell(Event.Op.NOTE, frame, new Subject.OfExpr(expr), message, Optional.empty());
    }
  }

  private void tell(Event.Op op, Frame frame, Subject subject, String message, Optional<Ref> ref) {
    if (tracer != null) {
      frame.lastPlace = subject.at();
      List<Local> locals = tracer.wantsLocals() ? locals(frame.bindings) : List.of();
      tracer.take(
          new Event(
              op,
              subject,
              frame.id,
              frame.parent,
              locals,
              message,
              ref,
              Optional.ofNullable(frame.input)));
    }
  }

  private static List<Local> locals(Bindings bindings) {
    var locals = new ArrayList<Local>();
    for (int i = 0; i < bindings.size(); i++) {
      Bindings.Bound bound = bindings.boundAt(i);
      Term value = Plug.in(bound.term(), bound.scope());
      locals.add(new Local(bindings.variableAt(i), value));
    }
    return locals;
  }
}
