package dev.landwaiter.architecture;

import dev.landwaiter.policy.score.Profile;
import dev.landwaiter.policy.score.Rule;
import dev.landwaiter.policy.score.rule.Rules;
import java.util.Comparator;
import java.util.List;

/// Pages about policies over configuration.
final class PolicyPages {
  private PolicyPages() {}

  static String scores() {
    List<Rule> release = Rules.of(Profile.KUBESEC_2_14);
    return new Page(
            "Rules of the score",
            "What `landwaiter score` counts. The last column tells whether the profile kubesec-2.14,"
                + " the last release, has the rule as well.")
        .table(
            List.of("Id", "Points", "Kinds", "Why", "2.14"),
            Rules.of(Profile.KUBESEC).stream()
                .sorted(Comparator.comparing(Rule::id))
                .map(rule -> score(rule, release))
                .toList())
        .text();
  }

  private static List<String> score(Rule rule, List<Rule> release) {
    boolean old = release.stream().anyMatch(other -> other.id().equals(rule.id()));
    return List.of(
        Page.word(rule.id()),
        Integer.toString(rule.points()),
        String.join(", ", rule.kinds()),
        rule.reason(),
        old ? "yes" : "no");
  }
}
