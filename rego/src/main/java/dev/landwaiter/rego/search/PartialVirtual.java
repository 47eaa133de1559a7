package dev.landwaiter.rego.search;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A ref that reached a rule in partial evaluation: the rule is evaluated where nothing unknown is
/// needed, put in the ref's place where that can be done, or kept as a rule.
@SuppressWarnings("OperatorPrecedence")
final class PartialVirtual {
  private final Goal goal;
  private final Frame frame;
  private final Node node;
  private final List<Term> path;
  private final Residue residue;
  private final List<Term> parts;

  PartialVirtual(Goal goal, Node node, List<Term> path, Residue residue) {
    this.goal = goal;
    this.frame = goal.frame();
    this.node = node;
    this.path = path;
    this.residue = residue;
    this.parts = goal.ref().parts();
  }

  @Nullable Stop eval(Virtual.Found found, boolean complete, Next next) throws RegoException {
    boolean unknown = residue.requirement.of(goal.ref(), goal.scope());
    boolean chained = found.definitions().stream().anyMatch(branches -> branches.size() > 1);
    if (chained && unknown) {
      return save(goal.ref(), next);
    }
    return complete ? complete(found, unknown, next) : partial(found, next);
  }

  private @Nullable Stop save(Ref ref, Next next) throws RegoException {
    return residue.saveUnify(frame, ref, goal.scope(), goal.other(), goal.otherScope(), next);
  }

  private @Nullable Stop complete(Virtual.Found found, boolean unknown, Next next)
      throws RegoException {
    if (!unknown) {
      return new CompleteRule(goal, node, path).eval(found, next);
    }
    Optional<Clause> fallback = node.defaultClause();
    if (node.arity() > 0 || found.definitions().isEmpty() && fallback.isEmpty()) {
      return null;
    }
    boolean barred = residue.inlining.isBarred(new Ref(path, goal.ref().at()), false);
    if (barred || fallback.isPresent() && needsDefault(fallback.get()) || residue.shallow) {
      return support(found, fallback, next);
    }
    for (List<Clause> definition : found.definitions()) {
      Clause clause = definition.getFirst();
      Frame child = frame.child(clause.block(), false);
      child.tracing.enter(child, clause);
      Stop stop =
          child.eval(() -> {
            child.tracing.exit(child, clause);
            Bindings.Bound value = child.bindings.resolve(clause.value());
            Stop after = goal.inside(path.size(), value.term(), value.scope(), next);
            if (after == null) {
              child.tracing.redo(child, clause);
            }
            return after;
          });
      if (stop != null) {
        return stop.outer();
      }
    }
    return null;
  }

  /// Whether the default value could be the one that is wanted.
  private boolean needsDefault(Clause fallback) {
    Term wanted = Plug.in(goal.other(), goal.otherScope());
    return !(wanted instanceof Scalar) || wanted.equals(fallback.value());
  }

  private @Nullable Stop support(Virtual.Found found, Optional<Clause> fallback, Next next)
      throws RegoException {
    var kept =
        new Keeping(frame, residue, residue.support.namespaced(new Ref(path, goal.ref().at())));
    if (!residue.support.has(kept.path())) {
      for (List<Clause> definition : found.definitions()) {
        kept.add(definition.getFirst(), path.size());
      }
      if (fallback.isPresent()) {
        kept.add(fallback.get(), path.size());
      }
    }
    return save(residue.support.namespaced(goal.ref()), next);
  }

  private @Nullable Stop partial(Virtual.Found found, Next next) throws RegoException {
    int position = path.size();
    boolean unknown =
        residue.requirement.of(new Ref(parts.subList(0, position), goal.ref().at()), goal.scope());
    boolean barred = residue.inlining.isBarred(new Ref(path, goal.ref().at()), false);
    boolean whole = parts.size() == position;
    if (whole ? unknown : unknown && residue.shallow || barred) {
      return partialSupport(found, next);
    }
    if (!whole && residue.requirement.of(goal.ref(), goal.scope())) {
      return each(found, next);
    }
    return new PartialRule(goal, node, path).eval(found, next);
  }

  private @Nullable Stop partialSupport(Virtual.Found found, Next next) throws RegoException {
    var kept =
        new Keeping(frame, residue, residue.support.namespaced(new Ref(path, goal.ref().at())));
    boolean defined = residue.support.has(kept.path());
    if (!defined) {
      for (List<Clause> definition : found.definitions()) {
        defined |= kept.add(definition.getFirst(), path.size());
      }
    }
    if (!defined) {
      boolean set = node.isGround() && node.isMultiValue();
      Value empty = set ? SetValue.EMPTY : ObjectValue.EMPTY;
      return parts.size() == path.size()
          ? goal.inside(path.size(), new Scalar(empty, goal.ref().at()), goal.scope(), next)
          : null;
    }
    return save(residue.support.namespaced(goal.ref()), next);
  }

  /// Puts each definition in the place of the ref.
  private @Nullable Stop each(Virtual.Found found, Next next) throws RegoException {
    for (List<Clause> definition : found.definitions()) {
      Clause clause = definition.getFirst();
      Frame child = frame.child(clause.block(), false);
      child.tracing.enter(child, clause);
      boolean[] defined = {false};
      Stop stop =
          PartialRule.head(
              goal,
              path.size(),
              clause,
              child,
              () -> {
                defined[0] = true;
                return child.eval(() -> one(clause, child, next));
              });
      if (stop != null) {
        return stop.outer();
      }
      if (!defined[0]) {
        child.tracing.fail(child, clause);
      }
    }
    return null;
  }

  private @Nullable Stop one(Clause clause, Frame child, Next next) throws RegoException {
    child.tracing.exit(child, clause);
    Term term =
        clause.isMultiValue()
            ? new SetTerm(List.of(clause.value()), clause.value().at())
            : clause.value();
    List<Term> head = clause.path().parts();
    for (int i = head.size() - 1; i >= path.size(); i--) {
      term = new ObjectTerm(List.of(new ObjectTerm.Entry(head.get(i), term)), term.at());
    }
    Bindings.Bound value = child.bindings.resolve(term);
    Stop stop = goal.inside(path.size(), value.term(), value.scope(), next);
    if (stop == null) {
      child.tracing.redo(child, clause);
    }
    return stop;
  }
}
