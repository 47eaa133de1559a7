package dev.landwaiter.policy.score.rule;

import dev.landwaiter.policy.score.Profile;
import dev.landwaiter.policy.score.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// All rules of the score, in the order in which reports list them: what gives most first, then
/// what takes most, and by selector where they are equal.
public final class Rules {
  private static final Set<String> AFTER_2_14 =
      Set.of(
          "ApparmorUnconfined",
          "HostUsers",
          "SecretsAsEnvironmentVariables",
          "BindingsToSystemAnonymous");

  private static final List<Rule> ALL = sorted(all());
  private static final List<Rule> RELEASE = sorted(release());

  private Rules() {}

  /// The rules of a profile.
  public static List<Rule> of(Profile profile) {
    return switch (profile) {
      case LANDWAITER, KUBESEC -> ALL;
      case KUBESEC_2_14 -> RELEASE;
    };
  }

  private static List<Rule> all() {
    List<Rule> rules = new ArrayList<>(HostRules.all());
    rules.addAll(ContextRules.all());
    rules.addAll(CapabilityRules.all());
    rules.addAll(ResourceRules.all());
    rules.addAll(AccountRules.all());
    rules.addAll(ProfileRules.all());
    return rules;
  }

  /// Those of release 2.14, where profiles still were annotations.
  private static List<Rule> release() {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : all()) {
      boolean replaced = AnnotationRules.all().stream().anyMatch(old -> old.id().equals(rule.id()));
      if (!replaced && !AFTER_2_14.contains(rule.id())) {
        rules.add(rule);
      }
    }
    rules.addAll(AnnotationRules.all());
    return rules;
  }

  private static List<Rule> sorted(List<Rule> rules) {
    List<Rule> sorted = new ArrayList<>(rules);
    sorted.sort(
        Comparator.comparing(Rule::penalty)
            .thenComparingInt(rule -> rule.penalty() ? rule.points() : -rule.points())
            .thenComparing(Rule::selector));
    return List.copyOf(sorted);
  }
}
