package dev.landwaiter.policy.score.output;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.policy.score.ObjectScore;
import java.util.List;

/// All that a run has to report.
///
/// @param objects in the order of files and documents
/// @param lost documents and files that could not be judged
/// @param warnings what else is wrong with the files
/// @param files how many were read
/// @param others objects that no rule is about
/// @param templates documents with parts that no renderer has replaced
public record Scored(
    List<ObjectScore> objects,
    List<Problem> lost,
    List<Problem> warnings,
    int files,
    int others,
    int templates) {
  public Scored {
    objects = List.copyOf(objects);
    lost = List.copyOf(lost);
    warnings = List.copyOf(warnings);
  }
}
