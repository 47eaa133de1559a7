package dev.landwaiter.rego.run;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.Location;
import dev.landwaiter.rego.RegoException;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.eval.Prepared;
import dev.landwaiter.rego.query.Answer;
import dev.landwaiter.rego.query.Documents;
import dev.landwaiter.rego.query.Settings;
import dev.landwaiter.rego.syntax.Expr;
import dev.landwaiter.rego.type.Capabilities;
import java.util.List;
import java.util.Optional;

/// A query that can be evaluated at once. Immutable; any number of threads may use it.
public final class PreparedQuery {
  private final Prepared prepared;
  private final List<Expr> expressions;
  private final ObjectValue data;
  private final Capabilities capabilities;

  PreparedQuery(
      Prepared prepared, List<Expr> expressions, ObjectValue data, Capabilities capabilities) {
    this.prepared = prepared;
    this.expressions = expressions;
    this.data = data;
    this.capabilities = capabilities;
  }

  /// Evaluates the query without limits of time or memory.
  ///
  /// @param input the document that policies call `input`
  /// @param world what the policy may learn of the outside; see [dev.landwaiter.rego.ClosedWorld]
  /// @return the ways in which the query holds; none means undefined
  /// @throws RegoException with the error that ended the evaluation
  public Answer evaluate(Value input, World world) throws RegoException {
    return evaluate(Optional.of(input), world, Budget.NONE);
  }

  /// Evaluates the query.
  ///
  /// @param input empty when undefined
  /// @param budget what the evaluation may use up before it ends with `eval_cancel_error`
  /// @throws RegoException with the error that ended the evaluation
  public Answer evaluate(Optional<Value> input, World world, Budget budget) throws RegoException {
    return prepared.evaluate(
        new Documents(data, input),
        new Settings(world, budget, false, true, true, line -> {}, capabilities));
  }

  /// Where the expressions stand in the query's text that the values of each result belong to.
  public List<Location> positions() {
    return expressions.stream().map(Expr::at).toList();
  }
}
