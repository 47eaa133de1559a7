package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Judges;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;

/// DL4005: /bin/sh is replaced by another shell.
public final class DL4005 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL4005",
              Level.WARNING,
              "/bin/sh is replaced by another shell",
              "Every program that relies on /bin/sh then runs something else",
              "Choose the shell of the build with SHELL")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Judges.command(
        around, command -> command.named("ln") && command.hasArgument("/bin/sh"), INFO.what());
  }
}
