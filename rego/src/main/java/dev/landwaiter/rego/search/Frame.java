package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import org.jspecify.annotations.Nullable;

/// The evaluation of one body: of the query, a rule, a comprehension, a negation.
final class Frame {
  final Machine machine;
  final Block block;
  final Bindings bindings;
  final long id;
  final long parent;
  final int depth;

  /// The variables whose names are left as they are (partial evaluation).
  final Bindings caller;

  /// The place of the expression that is evaluated.
  private int position;

  /// Whether one success is enough.
  final boolean findOne;

  /// The input, or null when it is undefined.
  @Nullable Value input;

  /// What `with` lays over the base documents, or null.
  @Nullable Value overlay;

  final Tracing tracing;

  /// Where the last event of this body stood.
  Location lastPlace = Location.NONE;

  private Frame(Frame outer, Block block, boolean own, boolean findOne) throws RegoException {
    machine = outer.machine;
    this.block = block;
    id = machine.nextQuery();
    bindings = own ? new Bindings(id) : outer.bindings;
    parent = outer.id;
    caller = outer.caller;
    depth = outer.depth + 1;
    this.findOne = findOne;
    input = outer.input;
    overlay = outer.overlay;
    tracing = outer.tracing;
    if (depth > machine.settings.budget().depth()) {
      throw Failure.halt(
          "the evaluation went deeper than the "
              + machine.settings.budget().depth()
              + " calls allowed",
          block.body().at());
    }
  }

  Frame(Machine machine, Block block, @Nullable Value input) {
    this.machine = machine;
    this.block = block;
    id = machine.nextQuery();
    bindings = new Bindings(id);
    parent = id;
    caller = bindings;
    depth = 0;
    findOne = false;
    this.input = input;
    tracing = new Tracing(machine.tracer);
  }

  /// For a rule: variables of its own.
  Frame child(Block body, boolean one) throws RegoException {
    return new Frame(this, body, true, one);
  }

  /// For a body inside this one, whose variables it shares.
  Frame closure(Block body, boolean one) throws RegoException {
    return new Frame(this, body, false, one);
  }

  /// Evaluates the body, telling of its beginning and end.
  @Nullable Stop run(Next next) throws RegoException {
    tracing.enter(this);
    return from(
        0,
        () -> {
          tracing.exit(this);
          Stop stop = next.go();
          tracing.redo(this);
          return stop;
        });
  }

  /// Evaluates the body from its first expression.
  @Nullable Stop eval(Next next) throws RegoException {
    return from(0, next);
  }

  private @Nullable Stop from(int index, Next next) throws RegoException {
    if (index == block.steps().size()) {
      Stop stop = next.go();
      return stop != null
          ? new Stop(stop, !findOne)
          : findOne && machine.residue == null ? Stop.FOUND : null;
    }
    Step step = block.steps().get(index);
    machine.check(step.expr().at());
    position = index;
    tracing.eval(this, step.expr());
    Watch watch = machine.watch;
    if (watch == null) {
      return expression(step, index, next);
    }
    int mark = watch.here();
    watch.step(this, index);
    Stop stop = expression(step, index, next);
    watch.back(mark);
    return stop;
  }

  private @Nullable Stop expression(Step step, int index, Next next) throws RegoException {
    return step instanceof Step.Modified modified
        ? new Modifying(this, modified, index).eval(() -> after(index, next))
        : step(step, index, step.expr(), () -> after(index, next));
  }

  /// Goes on behind an expression, and comes back to it.
  private @Nullable Stop after(int index, Next next) throws RegoException {
    Stop stop = from(index + 1, next);
    position = index;
    return stop;
  }

  /// The expression that is evaluated.
  Expr expr() {
    return block.steps().get(position).expr();
  }

  int position() {
    return position;
  }

  /// Evaluates one expression without its modifiers.
  @Nullable Stop step(Step step, int index, Expr expr, Next next) throws RegoException {
    if (step instanceof Step.Negation negation) {
      return negation(negation, expr, next);
    }
    var success = new Success(expr, next);
    Stop stop =
        switch (step) {
          case Step.Equality(var _, Term left, Term right) -> unify(left, right, success);
          case Step.Invocation call -> new Calling(this, expr).eval(call, success);
          case Step.Bare(var _, Term term) -> bare(term, index, success);
          case Step.ForAll every -> new Every(this, every, expr).eval(success);
          case Step.Either either -> either(either, success);
          case Step.Nothing _ -> success.go();
          case Step.Negation _, Step.Modified _ -> throw new IllegalStateException("nested step");
        };
    if (stop == null && !success.met) {
      tracing.fail(this, expr);
    }
    return stop;
  }

  /// Goes on, and notes that there was a success.
  private final class Success implements Next {
    private final Expr expr;
    private final Next next;
    private boolean met;

    Success(Expr expr, Next next) {
      this.expr = expr;
      this.next = next;
    }

    @Override
    public @Nullable Stop go() throws RegoException {
      met = true;
      Stop stop = next.go();
      tracing.redo(Frame.this, expr);
      return stop;
    }
  }

  private @Nullable Stop bare(Term term, int index, Next next) throws RegoException {
    var result = new Variable("$_term_" + id + "_" + index, term.at());
    Residue residue = machine.residue;
    if (residue != null) {
      return unify(
          term,
          result,
          () ->
              residue.unknowns.contains(result, bindings)
                  ? residue.save(this, Expr.of(result), bindings, next)
                  : holds(result, next));
    }
    return unify(term, result, () -> holds(result, next));
  }

  private @Nullable Stop holds(Variable result, Next next) throws RegoException {
    return Plug.in(result, bindings) instanceof Scalar scalar
            && scalar.value().equals(BooleanValue.FALSE)
        ? null
        : next.go();
  }

  private @Nullable Stop negation(Step.Negation negation, Expr expr, Next next)
      throws RegoException {
    if (machine.residue != null && machine.residue.requirement.of(expr, bindings)) {
      return new PartialNegation(this, machine.residue, negation, expr).eval(next);
    }
    Watch watch = machine.watch;
    Watch.Open open = watch == null ? null : watch.open();
    boolean held = holds(negation.block(), false);
    if (held) {
      tracing.fail(this, expr);
    }
    return closed(open, !held, next);
  }

  /// Goes on, or not, behind a closed body.
  @Nullable Stop closed(Watch.@Nullable Open open, boolean goesOn, Next next) throws RegoException {
    Watch watch = machine.watch;
    if (watch == null || open == null) {
      return goesOn ? next.go() : null;
    }
    Entry.Inner inner = watch.close(open);
    if (!goesOn) {
      return null;
    }
    int mark = watch.here();
    watch.follow(inner);
    Stop stop = next.go();
    watch.back(mark);
    return stop;
  }

  private @Nullable Stop either(Step.Either either, Next next) throws RegoException {
    if (machine.residue != null && machine.residue.requirement.of(either.expr(), bindings)) {
      return machine.residue.save(this, either.expr(), bindings, next);
    }
    Watch watch = machine.watch;
    Watch.Open open = watch == null ? null : watch.open();
    boolean left = holds(either.left(), true);
    boolean both = either.both();
    return closed(open, left != both ? left : holds(either.right(), true), next);
  }

  /// Whether a body inside this one has a solution.
  private boolean holds(Block body, boolean one) throws RegoException {
    Frame inner = closure(body, one);
    boolean[] met = {false};
    tracing.enter(inner);
    inner.eval(() -> {
      tracing.exit(inner);
      met[0] = true;
      tracing.redo(inner);
      return null;
    });
    return met[0];
  }

  @Nullable Stop unify(Term left, Term right, Next next) throws RegoException {
    return Unifier.unify(this, left, bindings, right, bindings, next);
  }

  /// The value of a ground path from `data` in the base documents and what `with` lays over them.
  @Nullable Value data(java.util.List<Term> path, Location at) throws RegoException {
    Value replacement = overlay == null ? null : Merge.find(overlay, path.subList(1, path.size()));
    if (machine.isReplaced(path)) {
      return replacement;
    }
    Value real = machine.base(path);
    if (replacement == null || real == null) {
      return replacement == null ? real : replacement;
    }
    return Merge.of(replacement, real).orElseThrow(() -> Failure.merge(at));
  }
}
