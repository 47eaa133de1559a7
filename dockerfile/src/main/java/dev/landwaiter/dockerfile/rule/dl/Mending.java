package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.List;
import java.util.Optional;

/// Small changes of the commands of a RUN in shell form.
final class Mending {
  private Mending() {}

  /// Puts an option behind the first of these arguments.
  static Optional<Fix> behind(
      Instruction.Run run, Command command, String option, String... arguments) {
    return argument(command, arguments)
        .flatMap(each -> insert(run, each.span().end(), " " + option, "Add " + option));
  }

  /// Puts an option before the first of these arguments.
  static Optional<Fix> before(
      Instruction.Run run, Command command, String option, String... arguments) {
    return argument(command, arguments)
        .flatMap(each -> insert(run, each.span().start(), option + " ", "Add " + option));
  }

  /// Puts an option before all arguments.
  static Optional<Fix> first(Instruction.Run run, Command command, String option) {
    return command.arguments().isEmpty()
        ? Optional.empty()
        : insert(run, command.arguments().getFirst().span().start(), option + " ", "Add " + option);
  }

  /// Lets a further command follow, where all commands are joined by `&&`.
  static Optional<Fix> append(Instruction.Run run, String command) {
    if (!(run.command() instanceof CommandLine.Shell shell)
        || !run.statement().heredocs().isEmpty()
        || !chain(shell.text())) {
      return Optional.empty();
    }
    MappedText text = shell.text().trim();
    return insert(run, text.position(text.length()), " && " + command, "Run " + command + " last");
  }

  private static Optional<Argument> argument(Command command, String... texts) {
    List<String> wanted = List.of(texts);
    for (Argument each : command.arguments()) {
      if (wanted.contains(each.text())) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static Optional<Fix> insert(
      Instruction.Run run, Position place, String text, String what) {
    return run.command() instanceof CommandLine.Shell
        ? Optional.of(new Fix(what, true, List.of(new Edit(new Span(place, place), text))))
        : Optional.empty();
  }

  /// Whether nothing but `&&` can stand between the commands: no other operator, group, comment or
  /// line.
  private static boolean chain(MappedText text) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '&') {
        if (at + 1 == text.length() || text.charAt(at + 1) != '&') {
          return false;
        }
        at++;
      } else if (";|<>(){}#`\n".indexOf(c) >= 0) {
        return false;
      }
    }
    return !text.trim().isEmpty();
  }
}
