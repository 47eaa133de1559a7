package dev.landwaiter.cli.command;

/// The frame of commands that stand in several programs, under names made for each.
public abstract class NamedCommand implements Command {
  private final String name;
  private final String summary;
  private final String usage;

  /// @param name the words below the program
  /// @param summary one sentence without a final stop
  /// @param usage what follows the name on its usage line
  protected NamedCommand(String name, String summary, String usage) {
    this.name = name;
    this.summary = summary;
    this.usage = usage;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String summary() {
    return summary;
  }

  @Override
  public final String usage() {
    return usage;
  }
}
