package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import java.util.Optional;

/// DL3038: dnf would ask before it goes on.
public final class DL3038 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3038",
              Level.WARNING,
              "dnf would ask before it goes on",
              "Nobody can answer during a build, so it fails",
              "Pass -y")
          .fixes()
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new MissingFlag(DL3038::asking, run -> false, "-y", INFO.what()).judge(around);
  }

  private static Optional<Argument> asking(Command command) {
    return !command.named("dnf", "microdnf") || command.hasFlag("y", "assumeyes")
        ? Optional.empty()
        : Installs.argument(command, "install", "groupinstall", "localinstall");
  }
}
