package dev.landwaiter.dockerfile.lint;

import dev.landwaiter.dockerfile.syntax.Instruction;

/// Judges one RUN by its commands.
@FunctionalInterface
public interface RunJudge {
  void see(Instruction.Run run, Commands commands, Sink sink);
}
