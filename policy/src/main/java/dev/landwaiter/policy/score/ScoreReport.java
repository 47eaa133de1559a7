package dev.landwaiter.policy.score;

import java.util.List;

/// The score of one object in kubesec's shape (kubernetes.md 5.3, 5.4).
///
/// @param object `Pod/name.namespace`, or `Unknown`
/// @param valid whether its structure is right
/// @param fileName as it is reported
/// @param message one sentence without a final stop
/// @param score the sum of the points
/// @param critical rules that took points
/// @param passed rules that gave points
/// @param advise rules that would give points
/// @param rules all that were asked
public record ScoreReport(
    String object,
    boolean valid,
    String fileName,
    String message,
    int score,
    List<Rule> critical,
    List<Rule> passed,
    List<Rule> advise,
    List<Rule> rules) {
  /// A report of an object that is not scored.
  public static ScoreReport invalid(String object, String fileName, String message) {
    return new ScoreReport(
        object, false, fileName, message, 0, List.of(), List.of(), List.of(), List.of());
  }
}
