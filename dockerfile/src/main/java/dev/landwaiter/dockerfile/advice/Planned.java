package dev.landwaiter.dockerfile.advice;

/// How a file is rewritten, or why it is not.
sealed interface Planned {
  /// One stage becomes two.
  record Split(Plan plan) implements Planned {}

  /// The last of several stages gets another base.
  record Rebased(String base) implements Planned {}

  /// No rewrite.
  ///
  /// @param reason one sentence without a final stop
  record Refused(String reason) implements Planned {}
}
