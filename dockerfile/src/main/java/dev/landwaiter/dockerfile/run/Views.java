package dev.landwaiter.dockerfile.run;

import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.shell.view.ClassicCommands;
import dev.landwaiter.dockerfile.shell.view.RunText;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.List;

/// The view of commands in each profile.
final class Views {
  private Views() {}

  static CommandView of(Profile profile, List<Instruction> instructions) {
    return new CommandView() {
      @Override
      public Commands commands(Instruction.Run run) {
        return ClassicCommands.of(RunText.classic(run));
      }

      @Override
      public Commands commands(MappedText text) {
        return ClassicCommands.of(text);
      }
    };
  }
}
