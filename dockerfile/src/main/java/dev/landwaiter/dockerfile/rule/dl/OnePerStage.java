package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// Reports the second and every later instruction of a kind in a stage.
final class OnePerStage implements Judge {
  private final Class<? extends Instruction> kind;
  private final String message;
  private boolean seen;

  OnePerStage(Class<? extends Instruction> kind, String message) {
    this.kind = kind;
    this.message = message;
  }

  @Override
  public void see(Instruction instruction, Sink sink) {
    if (instruction instanceof Instruction.From) {
      seen = false;
    } else if (kind.isInstance(instruction)) {
      if (seen) {
        sink.report(instruction, message);
      }
      seen = true;
    }
  }
}
