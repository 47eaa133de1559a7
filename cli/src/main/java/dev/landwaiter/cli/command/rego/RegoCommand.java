package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.command.NamedCommand;

/// What the commands about Rego share: they stand below `rego`, and alone under the name of `opa`,
/// whose flags they take instead of those of all other commands.
abstract class RegoCommand extends NamedCommand {

  /// @param prefix of the name: `rego ` or nothing
  RegoCommand(String prefix, String name, String summary, String usage) {
    super(prefix + name, summary, usage);
  }

  @Override
  public final boolean takesGlobalFlags() {
    return false;
  }
}
