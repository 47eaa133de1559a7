package dev.landwaiter.dockerfile;

import java.util.List;

/// Changes of a file that mend a finding.
///
/// @param what one sentence: what is done
/// @param safe whether the built image stays the same but for the mended point; else the fix is
///   only shown
/// @param edits in file order, none inside another
public record Fix(String what, boolean safe, List<Edit> edits) {
  public Fix {
    edits = List.copyOf(edits);
  }
}
