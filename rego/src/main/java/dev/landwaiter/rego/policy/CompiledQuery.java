package dev.landwaiter.rego.policy;

import dev.landwaiter.rego.syntax.Body;
import java.util.Map;

/// An ad-hoc query after its stages.
///
/// @param text the query as it was parsed; its expressions are those results are shown for
/// @param names source names of variables the compiler renamed (`__localq0__` → `x`)
public record CompiledQuery(Body body, Body text, Map<String, String> names) {
  public CompiledQuery {
    names = Map.copyOf(names);
  }
}
