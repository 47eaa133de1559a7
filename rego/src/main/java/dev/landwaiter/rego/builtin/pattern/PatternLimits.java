package dev.landwaiter.rego.builtin.pattern;

/// The bounds of expressions, for whoever compiles them himself.
public final class PatternLimits {
  private PatternLimits() {}

  /// Whether an expression stays within Go's bounds; beyond them compiling it has no end.
  public static boolean hold(String pattern) {
    return RegexSource.of(pattern).size().mistake(pattern).isEmpty();
  }
}
