package dev.landwaiter.dockerfile.pragma;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A comment that has an effect on findings.
///
/// @param ids of the findings it ignores; for [Kind#SHELL] the shell alone
/// @param reason why, or empty
/// @param until the last day on which it counts
/// @param line of the comment, from 1
public record Pragma(
    Kind kind, List<String> ids, String reason, Optional<LocalDate> until, int line) {
  /// What a pragma reaches.
  public enum Kind {
    /// Findings on the line behind the comment.
    NEXT_LINE,
    /// Findings behind that line, up to the next FROM, its line included.
    STAGE,
    FILE,
    /// Findings of the next instruction; blank lines and comments between do not matter. This is
    /// the form of our own.
    INSTRUCTION,
    /// Ignores nothing, but names the shell of what follows in the stage.
    SHELL
  }

  public Pragma {
    ids = List.copyOf(ids);
  }

  /// Whether the day it ends on has passed.
  public boolean expired(LocalDate today) {
    return until.isPresent() && today.isAfter(until.get());
  }
}
