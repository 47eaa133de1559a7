package dev.landwaiter.rego.syntax;

import dev.landwaiter.rego.Location;
import java.util.List;
import java.util.Optional;

/// One definition of a rule.
///
/// @param isDefault whether it gives the value for when nothing else does
/// @param constant whether the body was not written: it is then a single `true`
/// @param orElse the next branch of its `else` chain
/// @param annotations those in front of it, in their order
public record Rule(
    boolean isDefault,
    Head head,
    Body body,
    boolean constant,
    Optional<Rule> orElse,
    List<Annotations> annotations,
    Location at) {
  public Rule {
    annotations = List.copyOf(annotations);
  }

  @Override
  public String toString() {
    return TermText.of(this);
  }
}
