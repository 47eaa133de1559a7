package dev.landwaiter.rego.query;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.Optional;

/// The documents an evaluation reads.
///
/// @param data the base documents
/// @param input empty when undefined
public record Documents(ObjectValue data, Optional<Value> input) {}
