package dev.landwaiter.dockerfile.stage;

/// What a stage is built from.
public sealed interface Base {
  /// An earlier stage.
  record Earlier(int stage) implements Base {}

  /// Nothing at all.
  record Scratch() implements Base {}

  /// An image, by the name that is left after variables were replaced.
  record Image(String name) implements Base {}
}
