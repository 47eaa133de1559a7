package dev.landwaiter.rego.parse;

import dev.landwaiter.rego.syntax.Rule;
import java.util.Optional;

/// A rule and how it was written.
///
/// @param usesIf whether `if` stands in front of its body
/// @param usesContains whether `contains` was written
/// @param implicitValue whether no value was written
record Draft(
    Rule rule,
    boolean usesIf,
    boolean usesContains,
    boolean implicitValue,
    Optional<Draft> orElse) {
  Draft(Rule rule) {
    this(rule, false, false, false, Optional.empty());
  }
}
