package dev.landwaiter.dockerfile.run;

/// Which linter is wanted.
public enum Profile {
  /// The findings of the classic linter, read and judged as it does.
  CLASSIC,
  /// The builder's own checks alone, up to where it would refuse the file.
  BUILDER,
  /// All rules, the builder's reading, and the better view of shell commands.
  FULL
}
