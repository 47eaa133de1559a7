package dev.landwaiter.rego.index;

import java.util.List;

/// The definitions that may hold.
///
/// @param matches in the order of the definitions
/// @param earlyExit whether all of them would give the same value, so that one success is enough
@SuppressWarnings("ArrayRecordComponent")
public record Lookup(List<Match> matches, boolean earlyExit) {
  /// One definition.
  ///
  /// @param rule its place in the list the index was made of
  /// @param branches places in its chain of `else` that may hold, 0 for the rule itself
  public record Match(int rule, int[] branches) {}
}
