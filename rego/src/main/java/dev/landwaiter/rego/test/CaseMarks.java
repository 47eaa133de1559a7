package dev.landwaiter.rego.test;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.ArrayTerm;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Call;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Scalar;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Marks table tests: as soon as the keys of a case are known, its rule calls `internal.test_case`
/// with them, so that a case is known even when it fails.
final class CaseMarks {
  private CaseMarks() {}

  /// The rule with the call behind the expression that binds the last of the keys.
  static Rule mark(Rule rule, List<Term> keys) {
    Set<String> wanted = new HashSet<>();
    for (Term key : keys) {
      wanted.addAll(variables(key));
    }
    if (wanted.isEmpty()) {
      return rule;
    }
    List<Expr> marked = new ArrayList<>();
    boolean done = false;
    for (Expr expr : rule.body().expressions()) {
      marked.add(expr.index(marked.size()));
      if (!done && !expr.negated()) {
        Set<String> here = variables(expr);
        wanted.removeAll(here);
        if (wanted.isEmpty()) {
          marked.add(call(keys, expr).index(marked.size()));
          done = true;
        }
      }
    }
    return done
        ? new Rule(
            rule.isDefault(),
            rule.head(),
            new Body(marked, rule.body().at()),
            false,
            rule.orElse(),
            rule.annotations(),
            rule.at())
        : rule;
  }

  private static Expr call(List<Term> keys, Expr behind) {
    var operator =
        new Ref(
            List.of(
                new Variable("internal", behind.at()),
                new Scalar(Value.of("test_case"), behind.at())),
            behind.at());
    return Expr.of(new Call(operator, List.of(new ArrayTerm(keys, behind.at())), behind.at()));
  }

  private static Set<String> variables(Term term) {
    var gathering = new Gathering();
    Term _ = gathering.term(term);
    return gathering.names;
  }

  private static Set<String> variables(Expr expr) {
    var gathering = new Gathering();
    Expr _ = gathering.expr(expr);
    return gathering.names;
  }

  private static final class Gathering extends Rewriting {
    private final Set<String> names = new HashSet<>();

    @Override
    public Term term(Term term) {
      if (term instanceof Variable variable) {
        names.add(variable.name());
      }
      return super.term(term);
    }
  }
}
