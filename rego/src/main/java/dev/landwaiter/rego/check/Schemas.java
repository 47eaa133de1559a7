package dev.landwaiter.rego.check;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.Ref;
import java.util.Map;
import java.util.Optional;

/// JSON schemas for the type checker.
///
/// @param input the schema of `input`, of a single file
/// @param named those of a folder, by their refs such as `schema.dir.name`
public record Schemas(Optional<Value> input, Map<Ref, Value> named) {
  public Schemas {
    named = Map.copyOf(named);
  }
}
