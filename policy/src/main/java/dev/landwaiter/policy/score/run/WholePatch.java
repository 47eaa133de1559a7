package dev.landwaiter.policy.score.run;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.ObjectScore;
import dev.landwaiter.policy.score.RuleScore;
import dev.landwaiter.policy.score.RuleScore.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All patches of an object as one that can be applied at once: additions to the same new parent
/// are joined, and nothing is done twice.
public final class WholePatch {
  private WholePatch() {}

  public static List<Operation> of(ObjectScore score) {
    Map<String, Operation> joined = new LinkedHashMap<>();
    List<Operation> removals = new ArrayList<>();
    for (RuleScore rule : score.rules()) {
      if (rule.waiver().isPresent()) {
        continue;
      }
      for (Operation operation : rule.patch()) {
        if (operation.op().equals("remove")) {
          removals.add(operation);
        } else {
          joined.merge(operation.path(), operation, WholePatch::join);
        }
      }
    }
    List<Operation> all = new ArrayList<>(joined.values());
    for (Operation removal : removals) {
      if (!all.contains(removal) && !joined.containsKey(removal.path())) {
        all.add(removal);
      }
    }
    return all;
  }

  private static Operation join(Operation one, Operation other) {
    Value value = merged(one.value().orElseThrow(), other.value().orElseThrow());
    return new Operation(
        one.op(), one.path(), Optional.of(value), one.example() || other.example());
  }

  private static Value merged(Value one, Value other) {
    if (!(one instanceof ObjectValue left) || !(other instanceof ObjectValue right)) {
      return one;
    }
    var all = new ObjectValue.Draft();
    for (int i = 0; i < left.size(); i++) {
      all.put(left.keyAt(i), left.valueAt(i));
    }
    for (int i = 0; i < right.size(); i++) {
      Value mine = left.find(right.keyAt(i));
      all.put(right.keyAt(i), mine == null ? right.valueAt(i) : merged(mine, right.valueAt(i)));
    }
    return all.finish();
  }
}
