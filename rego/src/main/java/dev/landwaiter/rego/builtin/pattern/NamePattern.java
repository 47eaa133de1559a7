package dev.landwaiter.rego.builtin.pattern;

import dev.landwaiter.rego.builtin.BuiltinException;

/// A pattern that a user gives to choose among names; the same language as that of policies.
public final class NamePattern {
  private final Regex regex;

  private NamePattern(Regex regex) {
    this.regex = regex;
  }

  /// Reads a pattern.
  ///
  /// @throws BuiltinException when it is none
  public static NamePattern of(String pattern) throws BuiltinException {
    return new NamePattern(Regex.read(pattern));
  }

  /// Whether it matches somewhere in the name.
  public boolean finds(String name) {
    try {
      return regex.finds(name);
    } catch (BuiltinException e) {
      return false;
    }
  }
}
