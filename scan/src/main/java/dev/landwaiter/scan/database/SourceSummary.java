package dev.landwaiter.scan.database;

import java.time.Instant;
import java.util.List;

/// What a source gave.
///
/// @param date when it was last changed, as it says itself
/// @param notes what of it was left out, one sentence each
public record SourceSummary(Instant date, long facts, List<String> notes) {
  public SourceSummary {
    notes = List.copyOf(notes);
  }
}
