package dev.landwaiter.rego.eval;

import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Rewriting;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.syntax.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// How often variables are named in something, closures included.
final class Variables extends Rewriting {
  private final Map<String, Integer> counts = new HashMap<>();

  private Variables() {}

  static Set<String> of(Term term) {
    var seen = new Variables();
    var _ = seen.term(term);
    return seen.counts.keySet();
  }

  static Set<String> of(Body body) {
    var seen = new Variables();
    var _ = seen.body(body);
    return seen.counts.keySet();
  }

  static Set<String> of(Content content) {
    var seen = new Variables();
    var _ = seen.content(content);
    return seen.counts.keySet();
  }

  /// Of a rule without its `else`.
  static Map<String, Integer> counts(Rule rule) {
    var seen = new Variables();
    var _ = seen.head(rule.head());
    var _ = seen.body(rule.body());
    return seen.counts;
  }

  static Map<String, Integer> counts(Iterable<Expr> expressions) {
    var seen = new Variables();
    for (Expr expression : expressions) {
      var _ = seen.expr(expression);
    }
    return seen.counts;
  }

  @Override
  public Term term(Term term) {
    if (term instanceof Variable variable) {
      counts.merge(variable.name(), 1, Integer::sum);
    }
    return super.term(term);
  }
}
