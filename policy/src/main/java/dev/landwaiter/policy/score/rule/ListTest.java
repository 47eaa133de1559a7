package dev.landwaiter.policy.score.rule;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.RuleTest;
import dev.landwaiter.policy.score.Spot;
import dev.landwaiter.policy.score.Subject;
import java.util.ArrayList;
import java.util.List;

/// Looks at one value of each element of a list, of the pod or of the object.
///
/// @param ofPod whether the list is the pod's
/// @param element from an element to its value
record ListTest(boolean ofPod, Fields list, Fields element, Check check, Spot.Mend mend)
    implements RuleTest {
  @Override
  public int count(Subject subject) {
    int count = 0;
    if (elements(subject) instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        count += matches(array.at(i)) ? 1 : 0;
      }
    }
    return count;
  }

  /// The elements that match; those that do not are of no interest.
  @Override
  public List<Spot> spots(Subject subject) {
    List<Spot> spots = new ArrayList<>();
    if (elements(subject) instanceof ArrayValue array) {
      List<Value> start = list.below(ofPod ? subject.podPath() : List.of());
      for (int i = 0; i < array.size(); i++) {
        if (matches(array.at(i))) {
          List<Value> path = new ArrayList<>(start);
          path.add(Value.of(i));
          spots.add(new Spot("", Spot.State.MATCHES, element.below(path), mend));
        }
      }
    }
    return spots;
  }

  private Value elements(Subject subject) {
    Value found = list.find(ofPod ? subject.pod() : subject.object());
    return found == null ? ArrayValue.EMPTY : found;
  }

  private boolean matches(Value each) {
    return check.see(element.find(each)) == Check.Seen.GOOD;
  }
}
