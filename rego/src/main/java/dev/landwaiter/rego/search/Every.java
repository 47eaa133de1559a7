package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Scalar;
import org.jspecify.annotations.Nullable;

/// `every` (reference 10.7).
final class Every {
  private static final int FIRST_COLLECTION = Value.of(0).rank() + 2;

  private final Frame frame;
  private final Step.ForAll step;
  private final Expr expr;
  private boolean all = true;

  Every(Frame frame, Step.ForAll step, Expr expr) {
    this.frame = frame;
    this.step = step;
    this.expr = expr;
  }

  @Nullable Stop eval(Next next) throws RegoException {
    Residue residue = frame.machine.residue;
    if (residue != null
        && (residue.requirement.of(step.domain(), frame.bindings)
            || residue.requirement.of(step.body().body(), frame.bindings))) {
      return residue.save(frame, plugged(), frame.bindings, next);
    }
    if (!(Plug.in(step.domain(), frame.bindings) instanceof Scalar scalar)
        || scalar.value().rank() < FIRST_COLLECTION) {
      return null;
    }
    Frame domain = frame.closure(step.generator(), false);
    Watch watch = frame.machine.watch;
    Watch.Open open = watch == null ? null : watch.open();
    domain.tracing.enter(domain, expr);
    int first = watch == null ? 0 : watch.logged();
    domain.eval(() -> {
      if (all) {
        int latest = watch == null ? 0 : watch.logged();
        all = holds(domain);
        if (!all && watch != null) {
          watch.forget(first, latest);
        }
        domain.tracing.redo(domain, expr);
      }
      return null;
    });
    if (!all) {
      domain.tracing.fail(domain, expr);
    }
    Stop stop = frame.closed(open, all, next);
    if (all) {
      domain.tracing.exit(domain, expr);
    }
    return stop;
  }

  /// The expression with what is bound outside in its places.
  private Expr plugged() {
    var plugging =
        new dev.landwaiter.rego.syntax.Rewriting() {
          @Override
          public dev.landwaiter.rego.syntax.Term term(dev.landwaiter.rego.syntax.Term term) {
            return Plug.named(term, frame.bindings, frame.caller);
          }
        };
    return expr.content(plugging.content(expr.content()));
  }

  private boolean holds(Frame domain) throws RegoException {
    Frame body = domain.closure(step.body(), true);
    boolean[] met = {false};
    body.tracing.enter(body);
    body.eval(() -> {
      body.tracing.exit(body);
      met[0] = true;
      body.tracing.redo(body);
      return null;
    });
    return met[0];
  }
}
