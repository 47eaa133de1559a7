package dev.landwaiter.cli.command.gate;

import dev.landwaiter.cli.command.NamedCommand;

/// What the commands of the gate share: they stand below `gate`, and alone under the name of
/// `gator`, whose flags they take instead of those of all other commands.
abstract class GateCommand extends NamedCommand {
  private final boolean original;

  /// @param prefix of the name: `gate `, or empty behind the name `gator`
  GateCommand(String prefix, String name, String summary, String usage) {
    super(prefix + name, summary, usage);
    this.original = prefix.isEmpty();
  }

  /// Whether it stands in for gator.
  final boolean original() {
    return original;
  }

  @Override
  public final boolean takesGlobalFlags() {
    return !original;
  }
}
