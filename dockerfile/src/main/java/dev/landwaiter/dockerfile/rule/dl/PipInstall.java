package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.lint.Command;

/// What counts as an installation by pip (reference: 11.1).
final class PipInstall {
  private PipInstall() {}

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
