package dev.landwaiter.policy.score.rule;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.RuleTest;
import dev.landwaiter.policy.score.Spot;
import dev.landwaiter.policy.score.Subject;
import java.util.ArrayList;
import java.util.List;

/// Looks at the volume claims of a StatefulSet; one that claims nothing is fine.
record ClaimTest(Fields element, Check check, Spot.Mend mend) implements RuleTest {
  private static final Fields TEMPLATES = Fields.of("spec.volumeClaimTemplates");
  private static final Fields SPEC = Fields.of("spec");

  @Override
  public int count(Subject subject) {
    int claims = 0;
    int good = 0;
    if (TEMPLATES.find(subject.object()) instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        claims += SPEC.find(array.at(i)) == null ? 0 : 1;
        good += matches(array.at(i)) ? 1 : 0;
      }
    }
    return claims == 0 ? 1 : good;
  }

  @Override
  public List<Spot> spots(Subject subject) {
    List<Spot> spots = new ArrayList<>();
    List<Value> start = TEMPLATES.below(List.of());
    if (TEMPLATES.find(subject.object()) instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        List<Value> path = new ArrayList<>(start);
        path.add(Value.of(i));
        Spot.State state = matches(array.at(i)) ? Spot.State.MATCHES : Spot.State.MISSES;
        spots.add(new Spot("", state, element.below(path), mend));
      }
    }
    return spots.isEmpty()
        ? List.of(new Spot("", Spot.State.MATCHES, start, mend))
        : List.copyOf(spots);
  }

  private boolean matches(Value template) {
    return check.see(element.find(template)) == Check.Seen.GOOD;
  }
}
