package dev.landwaiter.policy.gatekeeper;

import java.util.List;
import java.util.Optional;

/// A ConstraintTemplate.
///
/// @param name `metadata.name`
/// @param kind of its constraints
/// @param parameters the shape of `spec.parameters`; empty when constraints may have none
/// @param code one entry for each engine, after all rules of precedence between entries of one
///   engine
/// @param operations for which the template is meant; empty when it does not say
/// @param resource as it was read
public record Template(
    String name,
    String kind,
    Optional<Schema> parameters,
    List<Code> code,
    List<String> operations,
    Resource resource) {
  public Template {
    code = List.copyOf(code);
    operations = List.copyOf(operations);
  }
}
