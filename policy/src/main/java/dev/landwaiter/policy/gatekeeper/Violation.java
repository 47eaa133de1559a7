package dev.landwaiter.policy.gatekeeper;

import dev.landwaiter.base.value.Value;
import java.util.Optional;

/// What an engine holds against an object.
///
/// @param details of any type, an empty object when the policy gives none; empty for an error of
///   the evaluation that counts as a violation
public record Violation(String message, Optional<Value> details) {}
