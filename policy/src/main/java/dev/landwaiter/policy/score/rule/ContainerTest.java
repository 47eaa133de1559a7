package dev.landwaiter.policy.score.rule;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.RuleTest;
import dev.landwaiter.policy.score.Spot;
import dev.landwaiter.policy.score.Subject;
import java.util.ArrayList;
import java.util.List;

/// Looks at one value of each container.
///
/// @param ordinaryOnly whether initial and ephemeral containers are left out
/// @param inherits whether the pod's own value stands for those of containers that set none
record ContainerTest(
    Fields fields, Check check, boolean ordinaryOnly, boolean inherits, Spot.Mend mend)
    implements RuleTest {
  static ContainerTest each(String path, Check check, Spot.Mend mend) {
    return new ContainerTest(Fields.of(path), check, false, false, mend);
  }

  static ContainerTest ordinary(String path, Check check, Spot.Mend mend) {
    return new ContainerTest(Fields.of(path), check, true, false, mend);
  }

  static ContainerTest inherited(String path, Check check, Spot.Mend mend) {
    return new ContainerTest(Fields.of(path), check, false, true, mend);
  }

  @Override
  public int count(Subject subject) {
    List<Value> containers = subject.containers();
    boolean fallback = inherits && !containers.isEmpty() && fallback(subject);
    int count = 0;
    for (int i = 0; i < containers.size(); i++) {
      if (!ordinaryOnly || subject.ordinary().holds(i)) {
        count += state(containers.get(i), fallback).counts() ? 1 : 0;
      }
    }
    return count;
  }

  @Override
  public List<Spot> spots(Subject subject) {
    boolean fallback = inherits && fallback(subject);
    List<Spot> spots = new ArrayList<>();
    for (Subject.Part part : subject.parts()) {
      if (!ordinaryOnly || part.ordinary()) {
        Spot.State state = state(part.value(), fallback);
        List<Value> from = state == Spot.State.INHERITS ? subject.podPath() : part.path();
        spots.add(new Spot(part.label(), state, fields.below(from), mend));
      }
    }
    return spots;
  }

  private boolean fallback(Subject subject) {
    return check.see(fields.find(subject.pod())) == Check.Seen.GOOD;
  }

  private Spot.State state(Value container, boolean fallback) {
    return switch (check.see(fields.find(container))) {
      case GOOD -> Spot.State.MATCHES;
      case OTHER -> Spot.State.MISSES;
      case UNSET -> fallback ? Spot.State.INHERITS : Spot.State.MISSES;
    };
  }
}
