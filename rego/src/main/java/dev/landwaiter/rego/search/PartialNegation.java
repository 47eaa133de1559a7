package dev.landwaiter.rego.search;

import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.TermOrder;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A negation of something unknown: what is left of the inside is negated in its place, or kept as
/// a rule that is negated.
final class PartialNegation {
  /// Negating what is left in place makes all combinations; more than these become a rule.
  private static final int LIMIT = 16;

  private final Frame frame;
  private final Residue residue;
  private final Step.Negation negation;
  private final Expr expr;

  PartialNegation(Frame frame, Residue residue, Step.Negation negation, Expr expr) {
    this.frame = frame;
    this.residue = residue;
    this.negation = negation;
    this.expr = expr;
  }

  @Nullable Stop eval(Next next) throws RegoException {
    Frame inner = frame.closure(negation.block(), false);
    Set<Variable> unknown = residue.unknowns.names(frame.caller);
    List<Body> left = new ArrayList<>();
    residue.pushQuery(new ArrayList<>());
    inner.eval(() -> {
      Body plugged = Residue.plugged(residue.query(), frame.caller, negation.block().body());
      left.add(
          residue.shallow
              ? plugged
              : new Propagation(residue.support.program(), unknown, true).of(plugged));
      return null;
    });
    residue.popQuery();
    if (left.isEmpty()) {
      return next.go();
    }
    return canInline(unknown, left)
        ? combinations(left, 0, new ArrayList<>(), next)
        : support(inner.id, unknown, left, next);
  }

  private @Nullable Stop combinations(List<Body> left, int index, List<Expr> chosen, Next next)
      throws RegoException {
    if (index == left.size()) {
      return residue.saveReady(frame, List.copyOf(chosen), next);
    }
    for (Expr one : left.get(index).expressions()) {
      chosen.add(one.negated(!one.negated()));
      Stop stop = combinations(left, index + 1, chosen, next);
      chosen.removeLast();
      if (stop != null) {
        return stop;
      }
    }
    return null;
  }

  private static boolean canInline(Set<Variable> safe, List<Body> left) {
    int size = 1;
    for (Body body : left) {
      size *= body.expressions().size();
      for (Expr one : body.expressions()) {
        boolean unsafe = !one.negated() && !safe.containsAll(Variables.in(one, false));
        if (isNested(one) || unsafe) {
          return false;
        }
      }
    }
    return size < LIMIT;
  }

  /// Whether a ref or call stands inside an expression's terms, so that it can be undefined.
  private static boolean isNested(Expr expr) {
    return switch (expr.content()) {
      case Call call when call.name().equals("eq") && call.arguments().size() == 2 ->
          call.arguments().stream().anyMatch(PartialNegation::isNested);
      case Call call -> call.arguments().stream().anyMatch(term -> hasRef(List.of(term)));
      case Term term -> isNested(term);
      case Content _ -> true;
    };
  }

  private static boolean isNested(Term term) {
    return term instanceof Ref ref
        ? hasRef(ref.parts().subList(1, ref.parts().size()))
        : hasRef(List.of(term));
  }

  private static boolean hasRef(List<Term> terms) {
    boolean[] found = {false};
    new Rewriting() {
      @Override
      public Term term(Term term) {
        found[0] |= term instanceof Ref || term instanceof Call;
        return found[0] ? term : super.term(term);
      }
    }.terms(terms);
    return found[0];
  }

  private @Nullable Stop support(long id, Set<Variable> unknown, List<Body> left, Next next)
      throws RegoException {
    String name = "__not" + frame.id + "_" + frame.position() + "_" + id + "__";
    Ref path = residue.support.path(name);
    List<Term> arguments =
        unknown.stream()
            .filter(variable ->
                left.stream()
                    .flatMap(body -> body.expressions().stream())
                    .anyMatch(one -> Variables.in(one, true).contains(variable)))
            .<Term>map(variable -> variable)
            .sorted(TermOrder::compare)
            .toList();
    var head =
        new Head(
            path,
            arguments,
            Optional.empty(),
            Optional.of(Scalar.of(true, expr.at())),
            false,
            Optional.empty(),
            expr.at());
    left.forEach(body -> residue.support.add(path, List.of(), head, body, false));
    Term called = arguments.isEmpty() ? path : new Call(path, arguments, expr.at());
    Expr negated =
        expr.content() instanceof Not
            ? Expr.of(called).negated(true).at(expr.at())
            : expr.content(called).with(List.of());
    return residue.saveReady(frame, List.of(negated), next);
  }
}
