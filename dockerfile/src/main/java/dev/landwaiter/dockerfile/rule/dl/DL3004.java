package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Judges;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;

/// `sudo` in a RUN.
public final class DL3004 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3004",
              Level.ERROR,
              "A RUN uses sudo",
              "A build already runs as root unless USER says otherwise, and sudo behaves in surprising ways without a terminal",
              "Leave sudo away, and switch with USER root before the RUN where another user was chosen")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Judges.command(
        around,
        each -> each.named("sudo"),
        "Do not use sudo; switch to the user that may do this with USER");
  }
}
