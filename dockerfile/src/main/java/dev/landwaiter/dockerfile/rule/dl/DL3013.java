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

/// `pip install` of a package without a version.
public final class DL3013 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3013",
              Level.WARNING,
              "pip installs a package without saying which version",
              "Two builds of the same file can then hold different software",
              "Write the version behind the name, as in requests==2.31.0, or use a file of requirements")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Judges.word(
        around,
        DL3013::unpinned,
        each -> "State the version of " + Shown.of(each.text()) + ", as in name==1.2.3");
  }

  private static Optional<Argument> unpinned(Command command) {
    if (!PipInstall.test(command)
        || command.hasFlag("c", "constraint")
        || command.hasArgument("-r", "--requirement", ".")) {
      return Optional.empty();
    }
    return PipInstall.packages(command).stream().filter(each -> !isPinned(each.text())).findFirst();
  }

  /// What the address of a repository of sources begins with.
  private static final String[] REPOSITORIES = {
    "git",
    "hg+file",
    "hg+http",
    "hg+ssh",
    "hg+static-http",
    "svn",
    "bzr+http",
    "bzr+ssh",
    "bzr+sftp",
    "bzr+ftp",
    "bzr+lp"
  };

  private static boolean isPinned(String text) {
    if (Installs.containsAny(text, "==", ">", "<", "!=", "~=")
        || Installs.endsWithAny(text, ".whl", ".tar.gz")) {
      return true;
    }
    return Installs.startsWithAny(text, REPOSITORIES) ? text.contains("@") : text.contains("/");
  }
}
