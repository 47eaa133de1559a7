package dev.landwaiter.rego.check;

import dev.landwaiter.rego.syntax.Annotations;
import dev.landwaiter.rego.type.Capabilities;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is checked.
///
/// @param rules those on which others depend first
/// @param annotations of all modules; empty when schemas in annotations are not to be used
/// @param schemas none when none were given: then annotations that name one say nothing
/// @param names source names of variables the compiler made
public record CheckInput(
    List<CheckedRule> rules,
    Capabilities capabilities,
    List<Annotations> annotations,
    Optional<Schemas> schemas,
    Map<String, String> names) {
  public CheckInput {
    rules = List.copyOf(rules);
    annotations = List.copyOf(annotations);
    names = Map.copyOf(names);
  }
}
