package dev.landwaiter.dockerfile.stage;

import java.util.Optional;

/// Where the value of a variable comes from.
@FunctionalInterface
public interface Variables {
  Variables NONE = name -> Optional.empty();

  /// The value, empty text included; nothing where the variable is not set.
  Optional<String> get(String name);
}
