package dev.landwaiter.rego.conformance;

/// How the cases are run.
enum Mode {
  PLAIN,
  /// With the keyword `not` in force in all modules.
  NOT,
  /// Without index and early exit.
  SLOW
}
