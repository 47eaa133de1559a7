package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.Value;
import org.jspecify.annotations.Nullable;

/// A function, built in or made of rules.
interface Callable {
  /// The result, or null for undefined.
  ///
  /// @param arguments the callee may keep them
  @Nullable Value call(Scope scope, Value[] arguments);
}
