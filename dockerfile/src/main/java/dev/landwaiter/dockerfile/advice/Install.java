package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import java.util.List;
import java.util.Optional;

/// What an install command asks for.
///
/// @param manager the package manager's own name: `apt`, `apk`, `dnf`, `zypper`, `pip`, `npm`,
///   `gem`
/// @param names as written; versions are cut off
record Install(String manager, List<String> names) {
  /// Whether it is a package of the distribution.
  boolean ofSystem() {
    return switch (manager) {
      case "apt", "apk", "dnf", "zypper" -> true;
      default -> false;
    };
  }

  static Optional<Install> of(Command command) {
    return switch (command.name()) {
      case "apt-get", "apt", "aptitude" ->
          named("apt", command.without("t", "target-release", "o", "option"), "install");
      case "apk" ->
          named("apk", command.without("t", "virtual", "repository", "X", "p", "root"), "add");
      case "yum", "dnf", "microdnf", "tdnf" ->
          named("dnf", command.without("enablerepo", "disablerepo", "setopt"), "install");
      case "zypper" -> named("zypper", command.without("R", "root", "p"), "install", "in");
      case "pip", "pip3" ->
          named("pip", command.without("r", "requirement", "t", "target", "i", "c"), "install");
      case "python", "python3" ->
          command.hasArgument("pip")
              ? named(
                  "pip",
                  command.without("m", "r", "requirement", "t", "target", "i", "c"),
                  "install")
              : Optional.empty();
      case "npm" ->
          named("npm", command.without("prefix", "registry"), "install", "i", "ci", "add");
      case "gem" -> named("gem", command.without("v", "version"), "install", "i");
      default -> Optional.empty();
    };
  }

  private static Optional<Install> named(String manager, Command command, String... verbs) {
    if (!command.hasArgument(verbs)) {
      return Optional.empty();
    }
    var skip = java.util.Set.of(verbs);
    return Optional.of(
        new Install(
            manager,
            command.plain().stream()
                .map(Argument::text)
                .filter(each -> !skip.contains(each))
                .map(Install::bare)
                .filter(each -> !each.isEmpty())
                .toList()));
  }

  private static String bare(String name) {
    int end = 0;
    while (end < name.length() && "=<>~!;[".indexOf(name.charAt(end)) < 0) {
      end++;
    }
    return name.substring(0, end).strip();
  }
}
