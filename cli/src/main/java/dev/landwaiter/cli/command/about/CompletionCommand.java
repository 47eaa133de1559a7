package dev.landwaiter.cli.command.about;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Completion;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/// Prints a completion script.
public final class CompletionCommand implements Command {
  private final Supplier<List<Command>> commands;

  /// Completes these commands.
  public CompletionCommand(Supplier<List<Command>> commands) {
    this.commands = commands;
  }

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public String summary() {
    return "Print a completion script for a shell";
  }

  @Override
  public String usage() {
    return "bash|zsh|fish";
  }

  @Override
  public List<Example> examples() {
    return List.of(new Example("Complete in this bash", "completion bash > c.sh && . ./c.sh"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    String shell = String.join(" ", invocation.arguments());
    String script =
        switch (shell) {
          case "bash" -> Completion.bash(commands.get());
          case "zsh" -> Completion.zsh(commands.get());
          case "fish" -> Completion.fish(commands.get());
          default -> throw UsageException.withUsage("completion wants one of bash, zsh, fish");
        };
    invocation.world().stdout().write(script.getBytes(StandardCharsets.UTF_8));
    return 0;
  }
}
