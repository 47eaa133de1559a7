package dev.landwaiter.rego.index;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.RegoException;
import org.jspecify.annotations.Nullable;

/// Tells what keys stand for at the moment of a lookup.
public interface Resolver {
  /// The value, or null for undefined.
  @Nullable Value resolve(Key key) throws RegoException;

  /// Whether the value is not known (partial evaluation), so that it excludes nothing.
  default boolean isUnknown(Key key) throws RegoException {
    return false;
  }
}
