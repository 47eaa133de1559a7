package dev.landwaiter.rego.present;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.query.Result;
import dev.landwaiter.rego.syntax.Expr;
import java.util.List;

/// Results together with the expressions their values belong to.
///
/// @param expressions those of the query that have values, in their order
public record Shown(List<Expr> expressions, List<Result> results) {

  /// The source of an expression.
  String text(int index) {
    return expressions.get(index).at().text();
  }

  /// Whether an expression's value says more than that it holds.
  static boolean tells(Value value) {
    return !value.equals(Value.of(true));
  }
}
