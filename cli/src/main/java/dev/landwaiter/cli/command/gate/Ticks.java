package dev.landwaiter.cli.command.gate;

/// The clock by which the gate measures; no result depends on it.
final class Ticks {
  private Ticks() {}

  /// Nanoseconds that never go back.
  static long now() {
    return System.nanoTime();
  }
}
