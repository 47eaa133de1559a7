package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import java.util.List;
import java.util.Optional;

/// What package managers are told to install.
final class Installs {
  private Installs() {}

  /// The arguments that are no flags and none of these words.
  static List<Argument> packages(Command command, String... besides) {
    List<String> words = List.of(besides);
    return command.plain().stream().filter(each -> !words.contains(each.text())).toList();
  }

  /// The first argument that reads like one of these.
  static Optional<Argument> argument(Command command, String... texts) {
    List<String> words = List.of(texts);
    return command.arguments().stream().filter(each -> words.contains(each.text())).findFirst();
  }

  static boolean containsAny(String text, String... parts) {
    for (String each : parts) {
      if (text.contains(each)) {
        return true;
      }
    }
    return false;
  }

  static boolean startsWithAny(String text, String... starts) {
    for (String each : starts) {
      if (text.startsWith(each)) {
        return true;
      }
    }
    return false;
  }

  static boolean endsWithAny(String text, String... ends) {
    for (String each : ends) {
      if (text.endsWith(each)) {
        return true;
      }
    }
    return false;
  }
}
