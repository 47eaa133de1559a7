package dev.landwaiter.dockerfile.stage;

import dev.landwaiter.base.text.Span;
import java.util.Optional;

/// A variable that is used and has no value.
///
/// @param span where it is used
/// @param certain whether no unknown base image could define it
/// @param near a name that has a value and reads almost the same
public record Undefined(String name, Span span, boolean certain, Optional<String> near) {}
