package dev.landwaiter.policy.score.rule;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.RuleTest;
import dev.landwaiter.policy.score.Spot;
import dev.landwaiter.policy.score.Subject;
import java.util.ArrayList;
import java.util.List;

/// Looks for secrets that containers take into their environment.
record SecretTest(Spot.Mend mend) implements RuleTest {
  private static final Fields ENV = Fields.of("env");
  private static final Fields ENV_FROM = Fields.of("envFrom");
  private static final Fields KEY = Fields.of("valueFrom.secretKeyRef");
  private static final Fields WHOLE = Fields.of("secretRef");

  @Override
  public int count(Subject subject) {
    int count = 0;
    for (Value container : subject.containers()) {
      boolean found =
          first(container, ENV, KEY, 0) >= 0 || first(container, ENV_FROM, WHOLE, 0) >= 0;
      count += found ? 1 : 0;
    }
    return count;
  }

  @Override
  public List<Spot> spots(Subject subject) {
    List<Spot> spots = new ArrayList<>();
    for (Subject.Part part : subject.parts()) {
      int before = spots.size();
      add(part, ENV, KEY, spots);
      add(part, ENV_FROM, WHOLE, spots);
      if (spots.size() == before) {
        spots.add(new Spot(part.label(), Spot.State.MISSES, ENV.below(part.path()), mend));
      }
    }
    return spots;
  }

  private void add(Subject.Part part, Fields list, Fields reference, List<Spot> spots) {
    for (int i = first(part.value(), list, reference, 0);
        i >= 0;
        i = first(part.value(), list, reference, i + 1)) {
      List<Value> path = list.below(part.path());
      path.add(Value.of(i));
      spots.add(new Spot(part.label(), Spot.State.MATCHES, reference.below(path), mend));
    }
  }

  /// The index of the first element with a reference, from one on, or -1.
  private static int first(Value container, Fields list, Fields reference, int from) {
    if (list.find(container) instanceof ArrayValue array) {
      for (int i = from; i < array.size(); i++) {
        Value found = reference.find(array.at(i));
        if (found != null && !(found instanceof NullValue)) {
          return i;
        }
      }
    }
    return -1;
  }
}
