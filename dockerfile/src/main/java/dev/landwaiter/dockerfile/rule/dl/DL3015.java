package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import java.util.Optional;

/// `apt-get install` with all recommended packages.
public final class DL3015 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3015",
              Level.INFO,
              "apt-get install also installs the packages that others merely recommend",
              "They make the image larger and bring more software that can have holes",
              "Add --no-install-recommends behind install and name what is really needed")
          .fixes()
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new MissingFlag(
            DL3015::generous,
            run -> false,
            "--no-install-recommends",
            "Packages that are only recommended get installed too; add --no-install-recommends")
        .judge(around);
  }

  private static Optional<Argument> generous(Command command) {
    return !command.named("apt-get")
            || command.hasFlag("no-install-recommends")
            || command.hasArgument("APT::Install-Recommends=false")
        ? Optional.empty()
        : Installs.argument(command, "install");
  }
}
