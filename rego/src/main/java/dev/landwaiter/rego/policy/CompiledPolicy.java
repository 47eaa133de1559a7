package dev.landwaiter.rego.policy;

import dev.landwaiter.rego.check.TypeEnvironment;
import dev.landwaiter.rego.syntax.Module;
import dev.landwaiter.rego.type.Capabilities;
import java.util.List;
import java.util.Map;

/// Modules after all stages of the compiler. Refs are full, calls are flat, bodies are in the order
/// in which they are evaluated; evaluation needs no further look at scopes.
///
/// @param modules rewritten, in the order of their names
/// @param rules the tree below `data` (its root stands for `data` itself), of the rules in
///   `modules` (the same objects)
/// @param names source names of variables the compiler renamed (`__local0__` → `x`)
/// @param dependencies which rules may need which
/// @param required what of the capabilities the modules use
/// @param types of all rules, for checking queries
public record CompiledPolicy(
    List<Module> modules,
    RuleTree rules,
    Capabilities capabilities,
    Map<String, String> names,
    Dependencies dependencies,
    Requirements required,
    TypeEnvironment types) {
  public CompiledPolicy {
    modules = List.copyOf(modules);
    names = Map.copyOf(names);
  }
}
