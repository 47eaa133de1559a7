package dev.landwaiter.policy.conftest;

import dev.landwaiter.base.value.NumberValue;
import java.util.Optional;

/// The place that a policy names in `_loc`.
///
/// @param file empty where only a line is given
/// @param line as the policy gave it
public record Origin(String file, Optional<NumberValue> line) {}
