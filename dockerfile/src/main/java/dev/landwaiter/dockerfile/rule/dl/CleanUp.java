package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Commands;
import java.util.Optional;
import java.util.function.Predicate;

/// Commands that leave something behind, and those that take it away again.
record CleanUp(Predicate<Command> fills, Predicate<Command> empties) {
  /// The first command that leaves something behind, unless the first cleaning one comes later.
  Optional<Command> missing(Commands commands) {
    Optional<Command> filling = Optional.empty();
    for (Command each : commands.all()) {
      boolean empty = empties.test(each);
      if (filling.isEmpty()) {
        if (fills.test(each)) {
          filling = Optional.of(each);
        }
        if (empty) {
          // Cleaned too early: only the first cleaning counts.
          return filling.isPresent() ? filling : first(commands);
        }
      } else if (empty) {
        return Optional.empty();
      }
    }
    return filling;
  }

  private Optional<Command> first(Commands commands) {
    return commands.all().stream().filter(fills).findFirst();
  }
}
