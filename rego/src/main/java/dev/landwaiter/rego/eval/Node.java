package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.Value;
import org.jspecify.annotations.Nullable;

/// What has at most one value once the variables it reads are bound.
abstract class Node {
  /// The value, or null for undefined: on this path an `Optional` would cost more than the work.
  abstract @Nullable Value eval(Frame frame);

  /// Whether the value is defined and not false.
  boolean holds(Frame frame) {
    return isTrue(eval(frame));
  }

  static boolean isTrue(@Nullable Value value) {
    return value != null && !(value instanceof BooleanValue flag && !flag.flag());
  }
}
