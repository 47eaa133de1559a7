package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import java.util.List;

/// What counts as an installation by pip (reference: 11.1).
final class PipInstall {
  private static final String[] VALUED = {
    "abi",
    "b",
    "build",
    "e",
    "editable",
    "extra-index-url",
    "f",
    "find-links",
    "i",
    "index-url",
    "implementation",
    "no-binary",
    "only-binary",
    "platform",
    "prefix",
    "progress-bar",
    "proxy",
    "python",
    "python-version",
    "root",
    "root-user-action",
    "src",
    "t",
    "target",
    "trusted-host",
    "upgrade-strategy"
  };

  private PipInstall() {}

  /// What an installation names.
  static List<Argument> packages(Command install) {
    return install.without(VALUED).plain().stream()
        .dropWhile(each -> !each.text().equals("install"))
        .skip(1)
        .toList();
  }

  static boolean test(Command command) {
    String name = command.name();
    return (name.startsWith("pip") && !name.startsWith("pipenv") && command.hasArgument("install"))
        || (name.startsWith("python") && runsModule(command, "pip", "install"));
  }

  /// Whether the arguments hold `-m`, a module and these words one behind the other.
  static boolean runsModule(Command command, String... words) {
    var arguments = command.arguments();
    for (int at = 0; at + words.length < arguments.size(); at++) {
      if (arguments.get(at).text().equals("-m")) {
        int next = 0;
        while (next < words.length && arguments.get(at + 1 + next).text().equals(words[next])) {
          next++;
        }
        if (next == words.length) {
          return true;
        }
      }
    }
    return false;
  }
}
