package dev.landwaiter.rego.builtin.graphql;

import dev.landwaiter.base.value.Value;
import java.util.Optional;

/// What stands at the place of a value.
///
/// @param type the expected type, where it is known
/// @param hasDefault whether the place has a default other than null
record Expectation(Optional<Value> type, boolean hasDefault) {
  static final Expectation NONE = new Expectation(Optional.empty(), false);

  /// What an argument or input field asks for.
  static Expectation of(Value parameter) {
    boolean hasDefault =
        parameter
            .get("DefaultValue")
            .map(value -> Ast.literal(value) != Literal.NULL)
            .orElse(false);
    return new Expectation(parameter.get("Type"), hasDefault);
  }
}
