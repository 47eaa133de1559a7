package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Rule;
import java.util.ArrayList;

/// Stage 13: calls stand only as whole expressions.
final class RewriteExprTerms implements Stage {
  @Override
  public String id() {
    return "RewriteExprTerms";
  }

  @Override
  public void run(Compilation compilation) {
    var terms = new ExprTerms(compilation.names);
    compilation.rewriteBranches((_, rule) -> rule(terms, rule));
  }

  private static Rule rule(ExprTerms terms, Rule rule) {
    Head head = rule.head();
    var extras = new ArrayList<Expr>();
    Head flat =
        Heads.terms(
            head,
            head.args().stream().map(arg -> terms.term(arg, extras)).toList(),
            terms.term(head.key(), extras),
            terms.term(head.value(), extras));
    return Bodies.rule(rule, flat, terms.body(Bodies.append(rule.body(), extras)));
  }
}
