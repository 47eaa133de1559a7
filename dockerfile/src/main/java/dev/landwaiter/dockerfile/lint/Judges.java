package dev.landwaiter.dockerfile.lint;

import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/// The common shapes of rules without memory.
public final class Judges {
  private Judges() {}

  /// Reports a RUN, at its first command that is wrong.
  public static Judge command(Surroundings around, Predicate<Command> wrong, String message) {
    return command(around, wrong, message, (run, command) -> Optional.empty());
  }

  /// Reports a RUN, at its first command that is wrong, and says how to mend it.
  public static Judge command(
      Surroundings around,
      Predicate<Command> wrong,
      String message,
      BiFunction<Instruction.Run, Command, Optional<Fix>> fix) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Run run) {
        for (Command each : around.commands(run).all()) {
          if (wrong.test(each)) {
            sink.report(run, each.span(), message, fix.apply(run, each));
            return;
          }
        }
      }
    };
  }
}
