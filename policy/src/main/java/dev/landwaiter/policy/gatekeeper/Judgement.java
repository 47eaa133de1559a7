package dev.landwaiter.policy.gatekeeper;

import java.util.List;
import java.util.Optional;

/// What an engine says of one object under one constraint.
///
/// @param trace of the evaluation, where it was asked for and the engine can
public record Judgement(List<Violation> violations, Optional<String> trace) {
  public Judgement {
    violations = List.copyOf(violations);
  }
}
