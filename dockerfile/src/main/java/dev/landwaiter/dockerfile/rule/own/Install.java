package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import java.util.ArrayList;
import java.util.List;

/// What commands of package managers install and remove.
final class Install {
  private Install() {}

  /// The packages that a command of a distribution's package manager installs.
  static List<Argument> packages(Command command) {
    return switch (command.name()) {
      case "apt-get", "apt", "aptitude" ->
          behind(command.without("t", "target-release", "o", "c"), "install");
      case "apk" -> behind(command.without("t", "virtual", "X", "repository"), "add");
      case "yum", "dnf", "microdnf", "tdnf" -> behind(command, "install", "groupinstall");
      case "zypper" -> behind(command, "install", "in");
      default -> List.of();
    };
  }

  private static List<Argument> behind(Command command, String... verbs) {
    List<Argument> plain = command.plain();
    for (int i = 0; i < plain.size(); i++) {
      for (String verb : verbs) {
        if (plain.get(i).text().equals(verb)) {
          return plain.subList(i + 1, plain.size());
        }
      }
    }
    return List.of();
  }

  /// The name without version, architecture and archive.
  static String name(String text) {
    int end = 0;
    while (end < text.length() && "=<>~/@:".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end);
  }

  /// Words that commands of package managers remove; `*` where everything that nobody needs goes.
  static List<String> removed(List<Command> commands) {
    var removed = new ArrayList<String>();
    for (Command each : commands) {
      boolean removes =
          each.named("apt-get", "apt", "aptitude", "yum", "dnf", "microdnf", "zypper", "apk")
              && each.hasArgument("purge", "remove", "erase", "autoremove", "del", "rm");
      if (removes) {
        each.plain().forEach(word -> removed.add(name(word.text())));
      }
    }
    return removed;
  }
}
