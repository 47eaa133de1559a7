package dev.landwaiter.cli.command.sign;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Completion;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/// Prints a completion script, as cosign's command of the same name does.
public final class CosignCompletionCommand extends CosignCommand {
  private final Supplier<List<Command>> commands;

  /// Completes these commands.
  public CosignCompletionCommand(Supplier<List<Command>> commands) {
    super(true, "completion", "Print a completion script for a shell", "bash|zsh|fish");
    this.commands = commands;
  }

  @Override
  List<FlagGroup> groups() {
    return List.of();
  }

  @Override
  int work(Invocation invocation) throws UsageException, IOException {
    String shell = argument(invocation);
    print(
        invocation,
        switch (shell) {
          case "bash" -> Completion.bash(commands.get());
          case "zsh" -> Completion.zsh(commands.get());
          case "fish" -> Completion.fish(commands.get());
          default -> throw new UsageException("completion wants one of bash, zsh, fish");
        });
    return 0;
  }
}
