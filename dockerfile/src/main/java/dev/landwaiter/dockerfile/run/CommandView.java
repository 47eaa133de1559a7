package dev.landwaiter.dockerfile.run;

import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.shell.view.ImprovedCommands;
import dev.landwaiter.dockerfile.stage.Build;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.function.Supplier;

/// How the commands of shell text are seen.
interface CommandView {
  /// The commands of a RUN.
  ///
  /// @param build what the builder makes of the file
  Commands commands(Instruction.Run run, Supplier<Build> build);

  Commands commands(MappedText text);

  /// The commands of CMD and its like; an array names a program in the same way for all views.
  default Commands commands(CommandLine line) {
    return switch (line) {
      case CommandLine.Exec exec -> ImprovedCommands.of(exec.words());
      case CommandLine.Shell shell -> commands(shell.text());
    };
  }
}
