package dev.landwaiter.rego.query;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.type.Capabilities;
import java.util.function.Consumer;

/// How to evaluate.
///
/// @param strictErrors whether the first error of a built-in function ends up as the error of the
///   evaluation
/// @param indexing whether rules are looked up by index
/// @param earlyExit whether one success is enough where all would give the same
/// @param print takes the lines of `print`
/// @param capabilities whose `allowNet` limits the network
/// @param cases takes the keys of the cases a table test comes by
public record Settings(
    World world,
    Budget budget,
    boolean strictErrors,
    boolean indexing,
    boolean earlyExit,
    Consumer<String> print,
    Capabilities capabilities,
    Consumer<Value> cases) {
  /// For evaluations that are no tests.
  public Settings(
      World world,
      Budget budget,
      boolean strictErrors,
      boolean indexing,
      boolean earlyExit,
      Consumer<String> print,
      Capabilities capabilities) {
    this(world, budget, strictErrors, indexing, earlyExit, print, capabilities, _ -> {});
  }
}
