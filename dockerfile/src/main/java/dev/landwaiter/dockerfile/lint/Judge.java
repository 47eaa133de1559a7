package dev.landwaiter.dockerfile.lint;

import dev.landwaiter.dockerfile.syntax.Instruction;

/// What a rule remembers of one file.
@FunctionalInterface
public interface Judge {
  /// Judges the next instruction, in file order.
  void see(Instruction instruction, Sink sink);

  /// All instructions were seen.
  default void end(Sink sink) {}
}
