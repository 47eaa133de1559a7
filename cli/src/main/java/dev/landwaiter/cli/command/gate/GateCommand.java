package dev.landwaiter.cli.command.gate;

import dev.landwaiter.cli.command.Command;

/// What the commands of the gate share: they stand below `gate`, and alone under the name of
/// `gator`, whose flags they take instead of those of all other commands.
abstract class GateCommand implements Command {
  private final String name;
  private final String summary;
  private final String usage;
  private final boolean original;

  /// @param prefix of the name: `gate `, or empty behind the name `gator`
  GateCommand(String prefix, String name, String summary, String usage) {
    this.name = prefix + name;
    this.summary = summary;
    this.usage = usage;
    this.original = prefix.isEmpty();
  }

  /// Whether it stands in for gator.
  final boolean original() {
    return original;
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

  @Override
  public final boolean takesGlobalFlags() {
    return !original;
  }
}
