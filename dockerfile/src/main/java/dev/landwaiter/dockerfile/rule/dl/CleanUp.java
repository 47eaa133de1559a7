package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.Optional;
import java.util.function.Predicate;

/// Commands that leave something behind, and those that take it away again.
record CleanUp(Predicate<Command> fills, Predicate<Command> empties) {
  /// A command that leaves something behind and is not cleaned up after.
  ///
  /// The classic linter only looks at the first command of either kind, others at the last.
  Optional<Command> missing(Surroundings around, Instruction.Run run) {
    Optional<Command> filling = Optional.empty();
    boolean emptied = false;
    for (Command each : around.commands(run).all()) {
      boolean empties = empties().test(each);
      boolean fills = fills().test(each);
      if (around.classic()) {
        if (filling.isEmpty() && fills) {
          filling = Optional.of(each);
        } else if (filling.isPresent() && empties && !emptied) {
          return Optional.empty();
        }
        emptied |= empties;
      } else if (empties) {
        filling = Optional.empty();
      } else if (fills) {
        filling = Optional.of(each);
      }
    }
    return filling;
  }
}
