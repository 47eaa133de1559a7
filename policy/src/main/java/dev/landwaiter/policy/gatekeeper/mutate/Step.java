package dev.landwaiter.policy.gatekeeper.mutate;

import dev.landwaiter.base.value.Value;

/// One step of a [Location].
public sealed interface Step {
  /// Into the member of an object.
  record Field(String name) implements Step {}

  /// Into the element of a list whose member `key` has a value.
  ///
  /// @param value a text or a whole number
  record Item(String key, Value value) implements Step {}

  /// Into every element of a list whose elements are told apart by their member `key`.
  record Every(String key) implements Step {}
}
