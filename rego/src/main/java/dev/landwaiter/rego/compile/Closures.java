package dev.landwaiter.rego.compile;

import dev.landwaiter.rego.syntax.ArrayComprehension;
import dev.landwaiter.rego.syntax.Content;
import dev.landwaiter.rego.syntax.Every;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Logical;
import dev.landwaiter.rego.syntax.Not;
import dev.landwaiter.rego.syntax.ObjectComprehension;
import dev.landwaiter.rego.syntax.SetComprehension;
import dev.landwaiter.rego.syntax.Term;
import java.util.Set;

/// The variables in the closures of an expression, among them those closed over.
final class Closures extends Visit {
  private final Variables inside = new Variables();

  private Closures() {}

  static Set<String> in(Expr expr) {
    var closures = new Closures();
    closures.expr(expr);
    return closures.inside.names;
  }

  @Override
  void term(Term term) {
    switch (term) {
      case ArrayComprehension _, SetComprehension _, ObjectComprehension _ -> inside.term(term);
      default -> super.term(term);
    }
  }

  @Override
  void content(Content content) {
    switch (content) {
      case Every every -> {
        term(every.domain());
        inside.body(every.body());
      }
      case Not not -> inside.body(not.body());
      case Logical logical -> {
        inside.body(logical.left().body());
        inside.body(logical.right().body());
      }
      default -> super.content(content);
    }
  }
}
