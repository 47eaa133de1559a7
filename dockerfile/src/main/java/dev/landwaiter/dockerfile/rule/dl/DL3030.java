package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import java.util.Optional;

/// `yum install` that asks back.
public final class DL3030 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3030",
              Level.WARNING,
              "yum install is called without -y",
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
            DL3030::asking, run -> false, "-y", "yum waits for an answer here; add -y")
        .judge(around);
  }

  private static Optional<Argument> asking(Command command) {
    return !command.named("yum") || command.hasFlag("y", "assumeyes")
        ? Optional.empty()
        : Installs.argument(command, "install", "groupinstall", "localinstall");
  }
}
