package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Judges;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;

/// DL3034: zypper would ask before it goes on.
public final class DL3034 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3034",
              Level.WARNING,
              "zypper would ask before it goes on",
              "Nobody can answer during a build, so it fails",
              "Pass --non-interactive")
          .fixes()
          .withTriggers();

  private static final String[] VERBS = {
    "install", "in", "remove", "rm", "source-install", "si", "patch"
  };

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Judges.command(
        around,
        DL3034::asks,
        INFO.what(),
        (run, commands) -> Mending.before(run, commands, "--non-interactive", VERBS));
  }

  private static boolean asks(Command command) {
    return command.named("zypper")
        && command.hasArgument(VERBS)
        && !command.hasFlag("non-interactive", "n", "no-confirm", "y");
  }
}
