package dev.landwaiter.rego.search;

import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.syntax.Ref;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a call calls.
///
/// @param name as in a declaration or as a path from `data`
/// @param builtin null for a rule
/// @param node null for a built-in function, or where there is no such rule
record Operator(Ref ref, String name, @Nullable Builtin builtin, @Nullable Node node) {
  /// The number of arguments without the result.
  int arity() {
    return builtin != null ? builtin.declaration().arity() : node == null ? 0 : node.arity();
  }

  boolean isVoid() {
    return builtin != null && builtin.declaration().type().result().equals(Optional.empty());
  }
}
