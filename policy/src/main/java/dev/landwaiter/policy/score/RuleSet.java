package dev.landwaiter.policy.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The rules that a run asks, in the order of reports.
///
/// @param rules each once
public record RuleSet(List<Rule> rules) {
  public RuleSet {
    rules = List.copyOf(rules);
  }

  /// Which of the ids name no rule, in the order given and each once.
  public static List<String> unknown(List<Rule> rules, List<String> ids) {
    List<String> unknown = new ArrayList<>();
    for (String id : ids) {
      if (rules.stream().noneMatch(rule -> rule.id().equals(id)) && !unknown.contains(id)) {
        unknown.add(id);
      }
    }
    return unknown;
  }

  /// Those rules that are named; all of them where none is.
  public static RuleSet of(List<Rule> rules, List<String> ids) {
    Set<String> wanted = Set.copyOf(ids);
    return new RuleSet(
        ids.isEmpty() ? rules : rules.stream().filter(rule -> wanted.contains(rule.id())).toList());
  }
}
