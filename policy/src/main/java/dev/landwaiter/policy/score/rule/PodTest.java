package dev.landwaiter.policy.score.rule;

import dev.landwaiter.policy.score.RuleTest;
import dev.landwaiter.policy.score.Spot;
import dev.landwaiter.policy.score.Subject;
import java.util.List;

/// Looks at one value of the pod itself.
record PodTest(Fields fields, Check check, Spot.Mend mend) implements RuleTest {
  @Override
  public int count(Subject subject) {
    return matches(subject) ? 1 : 0;
  }

  @Override
  public List<Spot> spots(Subject subject) {
    Spot.State state = matches(subject) ? Spot.State.MATCHES : Spot.State.MISSES;
    return List.of(new Spot("", state, fields.below(subject.podPath()), mend));
  }

  private boolean matches(Subject subject) {
    return check.see(fields.find(subject.pod())) == Check.Seen.GOOD;
  }
}
