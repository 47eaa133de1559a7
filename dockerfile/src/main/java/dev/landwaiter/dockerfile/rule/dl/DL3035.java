package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Judges;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;

/// DL3035: zypper moves the whole distribution to another state.
public final class DL3035 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3035",
              Level.WARNING,
              "zypper moves the whole distribution to another state",
              "The base image then no longer says what is in the image",
              "Take a newer base image instead of zypper dist-upgrade")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Judges.command(
        around,
        command -> command.named("zypper") && command.hasArgument("dist-upgrade", "dup"),
        INFO.what());
  }
}
