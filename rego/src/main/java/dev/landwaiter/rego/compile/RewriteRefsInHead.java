package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Head;
import dev.landwaiter.rego.syntax.Rule;
import dev.landwaiter.rego.syntax.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Stage 19: what stands in a head is evaluated in the body.
final class RewriteRefsInHead implements Stage {
  @Override
  public String id() {
    return "RewriteRefsInHead";
  }

  @Override
  public void run(Compilation compilation) {
    compilation.rewriteBranches((_, rule) -> rule(compilation.names, rule));
  }

  private static Rule rule(Names names, Rule rule) {
    Head head = rule.head();
    var extras = new ArrayList<Expr>();
    Optional<Term> key = head.key().map(term -> Heads.moved(term, names, extras));
    Optional<Term> value = head.value().map(term -> Heads.moved(term, names, extras));
    List<Term> args = head.args().stream().map(term -> Heads.moved(term, names, extras)).toList();
    return extras.isEmpty()
        ? rule
        : Bodies.rule(
            rule, Heads.terms(head, args, key, value), Bodies.append(front(rule), extras));
  }

  /// The body as it was written: one that was not gives way to what the head needs.
  private static Body front(Rule rule) {
    return rule.constant() && rule.body().expressions().size() == 1
        ? new Body(List.of(), rule.body().at())
        : rule.body();
  }
}
