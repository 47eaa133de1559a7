package dev.landwaiter.rego.trace;

import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.syntax.Body;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.Ref;
import dev.landwaiter.rego.syntax.Rule;

/// What an event is about.
public sealed interface Subject {
  Location at();

  /// A body: of the query, of a comprehension, under a negation.
  record OfBody(Body body) implements Subject {
    @Override
    public Location at() {
      return body.at();
    }
  }

  /// An expression.
  record OfExpr(Expr expr) implements Subject {
    @Override
    public Location at() {
      return expr.at();
    }
  }

  /// A rule or a branch of one.
  ///
  /// @param path its full path from `data`
  record OfRule(Rule rule, Ref path) implements Subject {
    @Override
    public Location at() {
      return rule.at();
    }
  }
}
