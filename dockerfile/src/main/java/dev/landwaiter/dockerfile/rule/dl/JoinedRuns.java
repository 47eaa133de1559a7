package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Flag;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.LineIndex;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.List;
import java.util.Optional;

/// Makes one RUN of two that follow each other.
final class JoinedRuns {
  private final Surroundings around;

  /// Worked out when it is needed.
  private Optional<LineIndex> lines = Optional.empty();

  JoinedRuns(Surroundings around) {
    this.around = around;
  }

  /// Only where the second command cannot tell that the first one ran in the same shell.
  Optional<Fix> fix(Instruction.Run one, Instruction.Run other) {
    if (!(one.command() instanceof CommandLine.Shell(MappedText before))
        || !(other.command() instanceof CommandLine.Shell(MappedText after))
        || !simple(one.statement())
        || !simple(other.statement())
        || !flags(one.statement()).equals(flags(other.statement()))
        || !Mending.canGoOn(before.trim().toString())
        || after.trim().isEmpty()
        || around.commands(one).all().size() != 1
        || leavesTraces(around.commands(one).all().getFirst())) {
      return Optional.empty();
    }
    MappedText first = before.trim();
    MappedText second = after.trim();
    var gap = new Span(first.position(first.length()), other.statement().keyword().span().start());
    var edited = new Span(gap.start(), second.position(0));
    if (lines.isEmpty()) {
      lines = Optional.of(LineIndex.of(around.file().text()));
    }
    return lines.get().slice(gap).isBlank()
        ? Optional.of(
            new Fix(
                "Join it to the RUN before",
                true,
                List.of(new Edit(edited, " && " + around.file().escape() + "\n    "))))
        : Optional.empty();
  }

  private static boolean simple(Statement statement) {
    return statement.heredocs().isEmpty() && statement.above().isEmpty();
  }

  private static List<String> flags(Statement statement) {
    return statement.flags().stream().map(Flag::raw).toList();
  }

  /// Whether the shell itself is another one behind it.
  private static boolean leavesTraces(Command command) {
    return switch (command.name()) {
      case ".",
          "alias",
          "cd",
          "eval",
          "exec",
          "exit",
          "export",
          "popd",
          "pushd",
          "read",
          "readonly",
          "return",
          "set",
          "shift",
          "shopt",
          "source",
          "trap",
          "ulimit",
          "umask",
          "unalias",
          "unset" ->
          true;
      default -> command.name().startsWith("$");
    };
  }
}
