package dev.landwaiter.dockerfile.stage;

import java.util.Optional;

/// The spellings of yes and no that the builder takes.
final class Booleans {
  private Booleans() {}

  static Optional<Boolean> read(String text) {
    return switch (text) {
      case "1", "t", "T", "TRUE", "true", "True" -> Optional.of(true);
      case "0", "f", "F", "FALSE", "false", "False" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
