package dev.landwaiter.policy.gatekeeper.rego;

import dev.landwaiter.rego.Budget;
import dev.landwaiter.rego.World;
import dev.landwaiter.rego.builtin.Builtin;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// How templates are compiled and run.
///
/// @param world what policies may learn of the outside
/// @param budget what one evaluation may use up; asked at its start
/// @param functions the built-in functions by name
/// @param disabled names of functions that templates may not call
/// @param inventory whether templates may read `data.inventory`
/// @param prints whether calls of `print` are kept
public record RegoDriverSettings(
    World world,
    Supplier<Budget> budget,
    Map<String, Builtin> functions,
    Set<String> disabled,
    boolean inventory,
    boolean prints) {
  public RegoDriverSettings {
    disabled = Set.copyOf(disabled);
  }
}
