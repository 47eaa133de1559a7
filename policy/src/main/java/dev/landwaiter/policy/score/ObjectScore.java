package dev.landwaiter.policy.score;

import dev.landwaiter.base.text.Problem;
import dev.landwaiter.policy.manifest.Manifest;
import java.util.List;

/// The score of one pod of one object, with what every rule saw.
///
/// @param manifest the object
/// @param name as kubesec calls it
/// @param pod where its pod stands, such as `spec.template.spec`; empty for objects without one
/// @param guessed whether that was found by its shape
/// @param containers their labels
/// @param score the sum of the points, without those waived
/// @param strict the same where what gives points counts only if every container has it
/// @param rules all that were asked, in the order of reports
/// @param problems what is wrong with the structure of the object
/// @param notes what else is to be said of it
public record ObjectScore(
    Manifest manifest,
    String name,
    String pod,
    boolean guessed,
    List<String> containers,
    int score,
    int strict,
    List<RuleScore> rules,
    List<Problem> problems,
    List<Problem> notes) {
  public ObjectScore {
    containers = List.copyOf(containers);
    rules = List.copyOf(rules);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /// The same in kubesec's shape.
  public ScoreReport report() {
    String message = (score >= 0 ? "Passed" : "Failed") + " with a score of " + score + " points";
    return new ScoreReport(
        name,
        true,
        manifest.file(),
        message,
        score,
        rules(RuleScore.Result.LOST),
        rules(RuleScore.Result.GAINED),
        rules(RuleScore.Result.OPEN),
        rules.stream().map(RuleScore::rule).toList());
  }

  private List<Rule> rules(RuleScore.Result result) {
    return rules.stream()
        .filter(each -> each.result() == result && each.waiver().isEmpty())
        .map(RuleScore::rule)
        .toList();
  }
}
