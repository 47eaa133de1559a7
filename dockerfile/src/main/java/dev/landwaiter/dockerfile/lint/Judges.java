package dev.landwaiter.dockerfile.lint;

import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.function.Predicate;

/// The common shapes of rules without memory.
public final class Judges {
  private Judges() {}

  /// Reports a RUN, at its first command that is wrong.
  public static Judge command(Surroundings around, Predicate<Command> wrong, String message) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Run run) {
        around.commands(run).all().stream()
            .filter(wrong)
            .findFirst()
            .ifPresent(each -> sink.report(run, each.span(), message));
      }
    };
  }
}
