package dev.landwaiter.dockerfile.run;

/// Which linter is wanted.
public enum Profile {
  /// The findings of the classic linter, read and judged as it does.
  CLASSIC,
  /// All rules, the builder's reading, and the better view of shell commands.
  FULL
}
