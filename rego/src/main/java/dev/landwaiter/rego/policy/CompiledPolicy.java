package dev.landwaiter.rego.policy;

import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.type.Capabilities;
import java.util.List;

/// Modules after all stages of the compiler. Refs are full, calls are flat, bodies are in the order
/// in which they are evaluated; evaluation needs no further look at scopes.
///
/// @param modules in the order of their names
/// @param rules the tree below `data` (its root stands for `data` itself)
public record CompiledPolicy(List<Module> modules, RuleTree rules, Capabilities capabilities) {
  public CompiledPolicy {
    modules = List.copyOf(modules);
  }
}
