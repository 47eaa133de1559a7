package dev.landwaiter.rego.policy;

import dev.landwaiter.rego.syntax.Body;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An ad-hoc query after its stages.
///
/// @param text the query as it was parsed; its expressions are those results are shown for
/// @param names source names of variables the compiler renamed (`__localq0__` → `x`)
/// @param values for each expression of `text` the variable of `body` (such as `$term1`) that holds
///   its value; where empty, the value is `true`. All empty unless values were asked for
public record CompiledQuery(
    Body body, Body text, Map<String, String> names, List<Optional<String>> values) {
  public CompiledQuery {
    names = Map.copyOf(names);
    values = List.copyOf(values);
  }
}
