package dev.landwaiter.cli.command.rego;

import dev.landwaiter.cli.command.Command;

/// What the commands about Rego share: they stand below `rego`, and alone under the name of `opa`,
/// whose flags they take instead of those of all other commands.
abstract class RegoCommand implements Command {
  private final String name;
  private final String summary;
  private final String usage;

  /// @param prefix of the name: `rego ` or nothing
  RegoCommand(String prefix, String name, String summary, String usage) {
    this.name = prefix + name;
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

  @Override
  public final boolean takesGlobalFlags() {
    return false;
  }
}
