package dev.landwaiter.dockerfile.run;

import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.pragma.PragmaReader;
import dev.landwaiter.dockerfile.shell.Dialect;
import dev.landwaiter.dockerfile.shell.setting.ShellSetting;
import dev.landwaiter.dockerfile.shell.setting.ShellSettings;
import dev.landwaiter.dockerfile.shell.view.ImprovedCommands;
import dev.landwaiter.dockerfile.shell.view.RunText;
import dev.landwaiter.dockerfile.stage.Build;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.Optional;
import java.util.function.Supplier;

/// Commands as the shell of each RUN would run them, with the values that ARG and ENV give.
final class FullView implements CommandView {
  private final ShellSettings settings;

  FullView(Dockerfile file) {
    this.settings = ShellSettings.of(file.instructions(), PragmaReader.all(file.comments()));
  }

  @Override
  public Commands commands(Instruction.Run run, Supplier<Build> build) {
    if (run.command() instanceof CommandLine.Exec exec) {
      return ImprovedCommands.of(exec.words());
    }
    MappedText text = RunText.whole(run);
    ShellSetting setting = settings.of(run);
    Optional<Dialect> dialect =
        text.toString().startsWith("#!")
            ? ShellSetting.interpreter(text.toString())
            : setting.dialect();
    return dialect
        .map(each -> ImprovedCommands.of(text, each, name -> build.get().constant(run, name)))
        .orElse(Commands.UNREAD);
  }

  @Override
  public Commands commands(MappedText text) {
    return ImprovedCommands.of(text, Dialect.BASH, name -> Optional.empty());
  }
}
