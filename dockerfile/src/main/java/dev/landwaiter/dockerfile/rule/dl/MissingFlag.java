package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Judges;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// A flag that belongs behind the subcommand of some commands.
///
/// @param subcommand the word behind which the flag is missing
/// @param exempt a RUN that needs no such flag
/// @param flag as it is added
record MissingFlag(
    Function<Command, Optional<Argument>> subcommand,
    Predicate<Instruction.Run> exempt,
    String flag,
    String message) {
  Judge judge(Surroundings around) {
    return Judges.runs(
        around,
        (run, commands, sink) -> {
          var words = new ArrayList<Argument>();
          for (Command each : commands.all()) {
            subcommand.apply(each).ifPresent(words::add);
          }
          if (!words.isEmpty() && !exempt.test(run)) {
            sink.report(run, words.getFirst().span(), message, Mending.behindAll(run, words, flag));
          }
        });
  }
}
