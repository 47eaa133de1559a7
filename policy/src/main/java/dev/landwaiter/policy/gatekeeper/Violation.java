package dev.landwaiter.policy.gatekeeper;

import dev.landwaiter.base.value.Value;

/// What an engine holds against an object.
///
/// @param details of any type; an empty object when the policy gives none
public record Violation(String message, Value details) {}
