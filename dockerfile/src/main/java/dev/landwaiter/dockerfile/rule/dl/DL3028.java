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

/// `gem install` of a package without a version.
public final class DL3028 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3028",
              Level.WARNING,
              "gem installs a package without saying which version",
              "Two builds of the same file can then hold different software",
              "Write the version behind the name, as in rails:7.1.3")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Judges.word(
        around,
        DL3028::unpinned,
        each -> "State the version of " + Shown.of(each.text()) + ", as in name:1.2.3");
  }

  private static Optional<Argument> unpinned(Command command) {
    if (!command.named("gem")
        || !command.hasArgument("install", "i")
        || command.arguments().stream().anyMatch(each -> isVersion(each.text()))) {
      return Optional.empty();
    }
    boolean skip = false;
    for (Argument each : command.arguments()) {
      String text = each.text();
      if (text.equals("--")) {
        break;
      }
      if (skip) {
        skip = false;
      } else if (text.startsWith("-")) {
        skip = true;
      } else if (!text.equals("install") && !text.equals("i") && text.indexOf(':') < 0) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static boolean isVersion(String text) {
    return text.equals("-v") || text.equals("--version") || text.startsWith("--version=");
  }
}
