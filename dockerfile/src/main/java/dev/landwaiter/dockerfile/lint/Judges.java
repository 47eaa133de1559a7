package dev.landwaiter.dockerfile.lint;

import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/// The common shapes of rules without memory.
public final class Judges {
  private Judges() {}

  /// Reports a RUN, at its first command that is wrong.
  public static Judge command(Surroundings around, Predicate<Command> wrong, String message) {
    return command(around, wrong, message, (run, commands) -> Optional.empty());
  }

  /// Reports a RUN, at its first command that is wrong, and says how to mend all that are.
  public static Judge command(
      Surroundings around,
      Predicate<Command> wrong,
      String message,
      BiFunction<Instruction.Run, List<Command>, Optional<Fix>> fix) {
    return runs(
        around,
        (run, commands, sink) -> {
          var found = new ArrayList<Command>(0);
          for (Command each : commands.all()) {
            if (wrong.test(each)) {
              found.add(each);
            }
          }
          if (!found.isEmpty()) {
            sink.report(run, found.getFirst().span(), message, fix.apply(run, found));
          }
        });
  }

  /// Reports a RUN, at the first word that is wrong in one of its commands.
  ///
  /// @param wrong the first wrong word of a command
  /// @param message said of that word
  public static Judge word(
      Surroundings around,
      Function<Command, Optional<Argument>> wrong,
      Function<Argument, String> message) {
    return runs(
        around,
        (run, commands, sink) -> {
          for (Command each : commands.all()) {
            Optional<Argument> word = wrong.apply(each);
            if (word.isPresent()) {
              sink.report(run, word.get().span(), message.apply(word.get()));
              return;
            }
          }
        });
  }

  /// Shows a rule each RUN together with its commands.
  public static Judge runs(Surroundings around, RunJudge judge) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Run run) {
        judge.see(run, around.commands(run), sink);
      }
    };
  }
}
