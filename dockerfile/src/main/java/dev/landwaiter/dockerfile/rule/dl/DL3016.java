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
import java.util.List;
import java.util.Optional;

/// `npm install` of a package without a version.
public final class DL3016 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3016",
              Level.WARNING,
              "npm installs a package without saying which version",
              "Two builds of the same file can then hold different software",
              "Write the version behind the name, as in express@4.19.2")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Judges.word(
        around,
        DL3016::unpinned,
        each -> "State the version of " + Shown.of(each.text()) + ", as in name@1.2.3");
  }

  private static Optional<Argument> unpinned(Command command) {
    if (!command.named("npm") || !command.hasArgument("install")) {
      return Optional.empty();
    }
    List<Argument> words = command.without("loglevel", "registry").plain();
    if (words.isEmpty() || !words.getFirst().text().equals("install")) {
      return Optional.empty();
    }
    return words.stream().skip(1).filter(each -> !isPinned(each.text())).findFirst();
  }

  private static boolean isPinned(String text) {
    if (Installs.startsWithAny(text, "git://", "git+ssh://", "git+http://", "git+https://")) {
      return text.contains("#");
    }
    return Installs.endsWithAny(text, ".tar", ".tar.gz", ".tgz")
        || Installs.startsWithAny(text, "/", "./", "../", "~/")
        || withoutScope(text).contains("@");
  }

  private static String withoutScope(String text) {
    if (!text.startsWith("@")) {
      return text;
    }
    int slash = text.indexOf('/');
    return slash < 0 ? "" : text.substring(slash);
  }
}
