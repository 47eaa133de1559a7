package dev.landwaiter.base.finding;

/// A finding that somebody decided not to see.
///
/// @param status why, in the words of reports: `ignored`, `not_affected`, `fixed`
/// @param statement the reason given, or empty
/// @param source the file that says so
public record Suppressed(Vulnerability finding, String status, String statement, String source) {}
