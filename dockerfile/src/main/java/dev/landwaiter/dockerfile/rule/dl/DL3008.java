package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Judges;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.lint.Surroundings;
import java.util.Optional;

/// `apt-get install` of a package without a version.
public final class DL3008 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3008",
              Level.WARNING,
              "apt-get installs a package without saying which version",
              "Two builds of the same file can then hold different software",
              "Write the version behind the name, as in curl=7.88.1-10")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Judges.word(
        around,
        DL3008::unpinned,
        each -> "State the version of " + Shown.of(each.text()) + ", as in name=1.2.3");
  }

  private static Optional<Argument> unpinned(Command command) {
    if (!command.named("apt-get") || !command.hasArgument("install")) {
      return Optional.empty();
    }
    return Installs.packages(command.without("t", "target-release"), "install").stream()
        .filter(each -> !isPinned(each.text()))
        .findFirst();
  }

  private static boolean isPinned(String text) {
    return Installs.containsAny(text, "=", "/") || text.endsWith(".deb");
  }
}
