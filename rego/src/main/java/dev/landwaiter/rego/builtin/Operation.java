package dev.landwaiter.rego.builtin;

import dev.landwaiter.base.value.Value;
import org.jspecify.annotations.Nullable;

/// What a built-in function does. Operations hold no state: what they keep lies in the
/// [Surroundings].
@FunctionalInterface
public interface Operation {
  /// Calls the function.
  ///
  /// @param arguments as many as declared; not to be changed or kept
  /// @return the result, or `null` for undefined: on this path an `Optional` for every call would
  ///   cost more than most functions do
  /// @throws BuiltinException when the function fails; undefined unless errors are strict
  @Nullable Value call(Surroundings surroundings, Value[] arguments) throws BuiltinException;
}
