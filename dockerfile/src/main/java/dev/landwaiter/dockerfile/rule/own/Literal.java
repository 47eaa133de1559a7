package dev.landwaiter.dockerfile.rule.own;

import java.util.Locale;
import java.util.Set;

/// Tells secrets that stand in the file from variables and placeholders.
final class Literal {
  private Literal() {}

  /// Whether a text at the place of a password gives one away: it is written out, or it comes from
  /// a build argument, whose value the image's history keeps.
  static boolean isSecret(String text, Set<String> buildArguments) {
    if (text.startsWith("$")) {
      String name = text.substring(1);
      if (name.startsWith("{") && name.endsWith("}")) {
        name = name.substring(1, name.length() - 1);
      }
      return buildArguments.contains(name);
    }
    return !text.isEmpty() && text.indexOf('$') < 0 && !isPlaceholder(text);
  }

  private static boolean isPlaceholder(String text) {
    char first = text.charAt(0);
    if (first == '<' || first == '{' || first == '%' || first == '[' || first == '`') {
      return true;
    }
    if (text.chars().distinct().count() == 1) {
      return true;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "-", "no", "none", "null", "false", "true", "yes", "changeme", "redacted" -> true;
      default -> false;
    };
  }
}
