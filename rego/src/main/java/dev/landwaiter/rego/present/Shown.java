package dev.landwaiter.rego.present;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.policy.CompiledQuery;
import dev.landwaiter.rego.query.Result;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.syntax.SomeDeclaration;
import dev.landwaiter.rego.syntax.Variable;
import java.util.List;
import java.util.stream.IntStream;

/// Results together with the expressions their values belong to.
///
/// @param expressions those of the query that have values, in their order
public record Shown(List<Expr> expressions, List<Result> results) {

  /// All but the declarations among the expressions, which have no values.
  public static Shown of(CompiledQuery query, List<Result> results) {
    List<Expr> all = query.text().expressions();
    List<Integer> kept =
        IntStream.range(0, all.size()).filter(i -> !isDeclaration(all.get(i))).boxed().toList();
    return new Shown(
        kept.stream().map(all::get).toList(),
        results.stream()
            .map(result ->
                new Result(result.bindings(), kept.stream().map(result.values()::get).toList()))
            .toList());
  }

  private static boolean isDeclaration(Expr expr) {
    return expr.content() instanceof SomeDeclaration some
        && some.symbols().stream().allMatch(Variable.class::isInstance);
  }

  /// The source of an expression.
  String text(int index) {
    return expressions.get(index).at().text();
  }

  /// Whether an expression's value says more than that it holds.
  static boolean tells(Value value) {
    return !value.equals(Value.of(true));
  }
}
