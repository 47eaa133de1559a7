package dev.landwaiter.rego.search;

import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.ObjectTerm;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.SetTerm;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermOrder;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Simplifies a body that is left: equal variables become one, and variables that only stand for a
/// ref or a call give way to it.
@SuppressWarnings("ReferenceEquality")
final class Propagation {
  private final Program program;
  private final Set<Variable> live;
  private final boolean nonEmpty;
  private final Map<Variable, Term> removed = new LinkedHashMap<>();
  private final Set<Variable> heads = new HashSet<>();
  private Groups groups = new Groups(Set.of());

  /// @param live the variables that must stay
  /// @param nonEmpty whether an empty body becomes `true`
  Propagation(Program program, Set<Variable> live, boolean nonEmpty) {
    this.program = program;
    this.live = live;
    this.nonEmpty = nonEmpty;
  }

  Body of(Body body) {
    groups = new Groups(live);
    for (Expr expr : body.expressions()) {
      if (isPlainEquality(expr) && !groups.equate((Call) expr.content())) {
        return body;
      }
    }
    gatherHeads(body);
    var result = new ArrayList<Expr>();
    for (Expr expr : body.expressions()) {
      Expr plugged = new Plugging(expr.negated()).expr(expr);
      if (stays(plugged)) {
        result.add(plugged);
      }
    }
    bindLive(result);
    bringBack(result);
    if (nonEmpty && result.isEmpty()) {
      result.add(Expr.of(Scalar.of(true, body.at())));
    }
    var indexed = new ArrayList<Expr>();
    result.forEach(expr -> indexed.add(expr.index(indexed.size())));
    return new Body(indexed, body.at());
  }

  private static boolean isEquality(Expr expr) {
    return expr.content() instanceof Call call
        && call.name().equals("eq")
        && call.arguments().size() == 2;
  }

  private static boolean isPlainEquality(Expr expr) {
    return isEquality(expr) && !expr.negated() && expr.with().isEmpty();
  }

  /// Variables that begin a ref are not replaced by constants.
  private void gatherHeads(Body body) {
    new Rewriting() {
      @Override
      public Term ref(Ref ref) {
        if (ref.head() instanceof Variable head) {
          heads.add(groups.forget(head));
        }
        return super.ref(ref);
      }
    }.body(body);
  }

  /// Puts what variables stand for in their places.
  private final class Plugging extends Rewriting {
    private final boolean negated;

    Plugging(boolean negated) {
      this.negated = negated;
    }

    @Override
    public Term term(Term term) {
      if (!(term instanceof Variable variable)) {
        return super.term(term);
      }
      Term root = groups.value(variable);
      Term known = root instanceof Variable other ? removed.get(other) : null;
      if (known == null
          || (negated && !isGround(known))
          || (known instanceof Ref ref && hasVariables(ref))) {
        return root;
      }
      return known;
    }

    @Override
    public Term ref(Ref ref) {
      List<Term> parts = new ArrayList<>(ref.parts());
      for (int i = 1; i < parts.size(); i++) {
        parts.set(i, term(parts.get(i)));
      }
      if (parts.getFirst() instanceof Variable head) {
        Term root = groups.value(head);
        Term known = root instanceof Variable other ? removed.get(other) : null;
        if (known != null && (!negated || isGround(known))) {
          var longer =
              new ArrayList<Term>(known instanceof Ref base ? base.parts() : List.of(known));
          longer.addAll(parts.subList(1, parts.size()));
          return new Ref(longer, ref.at());
        }
        parts.set(0, root);
      }
      return new Ref(parts, ref.at());
    }
  }

  private static boolean hasVariables(Ref ref) {
    return ref.parts().subList(1, ref.parts().size()).stream().anyMatch(Variable.class::isInstance);
  }

  static boolean isGround(Term term) {
    return switch (term) {
      case Scalar _ -> true;
      case Ref ref -> ref.parts().stream().skip(1).allMatch(Propagation::isGround);
      case ArrayTerm array -> array.elements().stream().allMatch(Propagation::isGround);
      case SetTerm set -> set.elements().stream().allMatch(Propagation::isGround);
      case ObjectTerm object ->
          object.entries().stream().allMatch(e -> isGround(e.key()) && isGround(e.value()));
      case Call call -> call.arguments().stream().allMatch(Propagation::isGround);
      default -> false;
    };
  }

  /// Whether an expression stays; if not, what it bound is remembered.
  private boolean stays(Expr expr) {
    if (expr.negated() || !expr.with().isEmpty()) {
      return true;
    }
    if (isEquality(expr)) {
      List<Term> sides = ((Call) expr.content()).arguments();
      if (sides.get(0).equals(sides.get(1))) {
        return false;
      }
      return !remember(sides.get(0), sides.get(1)) && !remember(sides.get(1), sides.get(0));
    }
    if (expr.content() instanceof Call call) {
      int arity = program.operator(call.operator()).arity();
      if (call.arguments().size() == arity + 1
          && call.arguments().getLast() instanceof Variable output
          && !live.contains(output)
          && !heads.contains(output)) {
        removed.put(
            output, new Call(call.operator(), call.arguments().subList(0, arity), call.at()));
        return false;
      }
      boolean same =
          call.name().equals("equal")
              && call.arguments().getFirst().equals(call.arguments().getLast());
      return !same;
    }
    return !(expr.content() instanceof Scalar scalar)
        || scalar.equals(Scalar.of(false, scalar.at()));
  }

  private boolean remember(Term side, Term other) {
    if (!(side instanceof Variable variable)
        || live.contains(variable)
        || !(other instanceof Ref || other instanceof Call)) {
      return false;
    }
    removed.put(variable, other);
    return true;
  }

  private void bindLive(List<Expr> result) {
    live.stream()
        .sorted(Comparator.comparing(Variable::name))
        .filter(groups::knows)
        .forEach(variable -> {
          Term root = groups.value(variable);
          Term known = root instanceof Variable other ? removed.getOrDefault(other, root) : root;
          if (!known.equals(variable)) {
            result.add(equality(variable, known));
          }
        });
  }

  private static Expr equality(Term left, Term right) {
    return Expr.of(new Call(Unifier.EQ, List.of(left, right), left.at()));
  }

  /// What was removed and is said nowhere else must be said: it could be undefined.
  private void bringBack(List<Expr> result) {
    removed.entrySet().stream()
        .sorted((a, b) -> TermOrder.compare(b.getKey(), a.getKey()))
        .forEach(entry -> {
          boolean used =
              result.stream().anyMatch(expr -> Variables.in(expr, true).contains(entry.getKey()));
          if (used || !isIn(entry.getValue(), result)) {
            result.add(equality(entry.getKey(), entry.getValue()));
          }
        });
  }

  private static boolean isIn(Term value, List<Expr> exprs) {
    boolean[] found = {false};
    var search =
        new Rewriting() {
          @Override
          public Term term(Term term) {
            found[0] |= term.equals(value) || startsWith(term, value);
            return found[0] ? term : super.term(term);
          }
        };
    exprs.forEach(search::expr);
    return found[0];
  }

  private static boolean startsWith(Term term, Term value) {
    return term instanceof Ref ref && value instanceof Ref front && Unknowns.startsWith(ref, front);
  }
}
