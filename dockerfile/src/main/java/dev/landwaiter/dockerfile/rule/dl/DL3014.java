package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import java.util.Optional;

/// `apt-get install` that asks back.
public final class DL3014 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3014",
              Level.WARNING,
              "apt-get install is called without -y",
              "It stops and asks for an answer, which nobody can give during a build",
              "Add -y behind install")
          .fixes()
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new MissingFlag(
            DL3014::asking, run -> false, "-y", "apt-get install waits for an answer here; add -y")
        .judge(around);
  }

  private static Optional<Argument> asking(Command command) {
    return !command.named("apt-get")
            || command.hasFlag("y", "yes", "assume-yes", "qq")
            || command.hasArgument("-q=2")
            || count(command, "q") == 2
            || count(command, "quiet") == 2
        ? Optional.empty()
        : Installs.argument(command, "install");
  }

  private static int count(Command command, String flag) {
    int count = 0;
    for (Argument each : command.arguments()) {
      for (String set : each.flags()) {
        count += set.equals(flag) ? 1 : 0;
      }
    }
    return count;
  }
}
