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

/// `apk add` of a package without a version.
public final class DL3018 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3018",
              Level.WARNING,
              "apk adds a package without saying which version",
              "Two builds of the same file can then hold different software",
              "Write the version behind the name, as in curl=8.5.0-r0 or curl=~8.5")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Judges.word(
        around,
        DL3018::unpinned,
        each -> "State the version of " + Shown.of(each.text()) + ", as in name=1.2.3");
  }

  private static Optional<Argument> unpinned(Command command) {
    if (!command.named("apk") || !command.hasArgument("add")) {
      return Optional.empty();
    }
    return Installs.packages(command.without("t", "virtual", "repository", "X"), "add").stream()
        .filter(each -> !isPinned(each.text()))
        .findFirst();
  }

  private static boolean isPinned(String text) {
    return Installs.containsAny(text, "=", "~", ">", "<") || text.endsWith(".apk");
  }
}
