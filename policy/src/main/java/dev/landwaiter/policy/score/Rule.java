package dev.landwaiter.policy.score;

import java.util.List;

/// One rule of the score (kubernetes.md 5.1).
///
/// @param id the name it is asked for by
/// @param points given once for an object when it matches; below zero it is a penalty
/// @param advise how much it is worth in advice; shown in lists of rules only
/// @param kinds of objects it is for
/// @param selector the label that is printed and sorted by
/// @param reason why it counts, one sentence without a final stop
/// @param test what it looks at
public record Rule(
    String id,
    int points,
    int advise,
    List<String> kinds,
    String selector,
    String reason,
    RuleTest test) {
  public Rule {
    kinds = List.copyOf(kinds);
  }

  /// Whether a match takes points.
  public boolean penalty() {
    return points < 0;
  }
}
