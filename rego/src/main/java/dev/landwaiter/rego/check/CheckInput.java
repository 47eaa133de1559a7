package dev.landwaiter.rego.check;

import dev.landwaiter.rego.syntax.Annotations;
import dev.landwaiter.rego.syntax.Term;
import dev.landwaiter.rego.type.Capabilities;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is checked.
///
/// @param rules those on which others depend first
/// @param annotations of all modules; empty when schemas in annotations are not to be used
/// @param schemas none when none were given: then annotations that name one say nothing
/// @param names what stands in the source for variables the compiler made: their names there, or
///   the composite a ref begins with
public record CheckInput(
    List<CheckedRule> rules,
    Capabilities capabilities,
    List<Annotations> annotations,
    Optional<Schemas> schemas,
    Map<String, Term> names) {
  public CheckInput {
    rules = List.copyOf(rules);
    annotations = List.copyOf(annotations);
    names = Map.copyOf(names);
  }
}
