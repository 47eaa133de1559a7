package dev.landwaiter.policy.input.proto;

import dev.landwaiter.base.value.Value;

/// The value of a field as it was read.
sealed interface TextPart permits TextMessage, TextPart.Scalar {
  int from();

  int to();

  /// A value without parts of its own.
  ///
  /// @param value in JSON
  /// @param isZero whether it is the default of its kind
  record Scalar(Value value, boolean isZero, int from, int to) implements TextPart {}
}
