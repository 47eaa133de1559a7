package dev.landwaiter.dockerfile.run;

import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.shell.view.ClassicCommands;
import dev.landwaiter.dockerfile.shell.view.RunText;
import dev.landwaiter.dockerfile.stage.Build;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.function.Supplier;

/// The view of commands in each profile.
final class Views {
  private Views() {}

  static CommandView of(Profile profile, Dockerfile file) {
    return switch (profile) {
      case CLASSIC -> new Classic();
      case BUILDER, FULL -> new FullView(file);
    };
  }

  private static final class Classic implements CommandView {
    @Override
    public Commands commands(Instruction.Run run, Supplier<Build> build) {
      return ClassicCommands.of(RunText.classic(run));
    }

    @Override
    public Commands commands(MappedText text) {
      return ClassicCommands.of(text);
    }
  }
}
