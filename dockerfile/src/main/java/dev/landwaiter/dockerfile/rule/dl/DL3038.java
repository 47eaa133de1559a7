package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Judges;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;

/// DL3038: dnf would ask before it goes on.
public final class DL3038 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3038",
              Level.WARNING,
              "dnf would ask before it goes on",
              "Nobody can answer during a build, so it fails",
              "Pass -y")
          .withTriggers();

  private static final String[] VERBS = {"install", "groupinstall", "localinstall"};

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Judges.command(
        around,
        command ->
            command.named("dnf", "microdnf")
                && command.hasArgument(VERBS)
                && !command.hasFlag("y", "assumeyes"),
        INFO.what(),
        (run, command) -> Mending.behind(run, command, "-y", VERBS));
  }
}
