package dev.landwaiter.base.text;

import java.util.Optional;

/// What is wrong with one input: where, what, and what to do about it. The run goes on.
///
/// @param where the file, layer or other input that is wrong
/// @param position the place inside it, where there is one
/// @param message one sentence without a final stop
/// @param hint what the user can do, or empty
public record Problem(String where, Optional<Position> position, String message, String hint) {
  public static Problem in(String where, String message) {
    return new Problem(where, Optional.empty(), message, "");
  }

  @Override
  public String toString() {
    String place = position.map(p -> where + ":" + p.line() + ":" + p.column()).orElse(where);
    return place + ": " + message + (hint.isEmpty() ? "" : " (" + hint + ")");
  }
}
