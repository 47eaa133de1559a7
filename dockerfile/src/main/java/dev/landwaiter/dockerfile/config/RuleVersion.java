package dev.landwaiter.dockerfile.config;

import java.util.Optional;

/// A release of the classic linter whose rules are wanted: younger rules stay silent.
///
/// @param major first number
/// @param minor second number
public record RuleVersion(int major, int minor) {
  /// The release whose rules are known.
  public static final RuleVersion NEWEST = new RuleVersion(2, 15);

  /// Reads `2.14`, `v2.14.0` and the like; further numbers do not matter.
  public static Optional<RuleVersion> of(String text) {
    String[] parts = (text.startsWith("v") ? text.substring(1) : text).split("\\.", -1);
    if (parts.length < 2 || !number(parts[0]) || !number(parts[1])) {
      return Optional.empty();
    }
    return Optional.of(new RuleVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
  }

  private static boolean number(String text) {
    return !text.isEmpty() && text.length() < 6 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// Whether that release has the rule.
  public boolean has(String id) {
    return switch (id) {
      case "DL3062" -> atLeast(2, 14);
      case "DL3063", "DL3064", "DL3065", "DL3066", "DL3067" -> atLeast(2, 15);
      default -> true;
    };
  }

  private boolean atLeast(int otherMajor, int otherMinor) {
    return major != otherMajor ? major > otherMajor : minor >= otherMinor;
  }
}
