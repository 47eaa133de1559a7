package dev.landwaiter.policy.score.run;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.RuleScore.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Applies JSON patches (RFC 6902), strictly.
final class Patching {
  private Patching() {}

  static Value apply(Value object, List<Operation> operations) {
    Value result = object;
    for (Operation operation : operations) {
      List<String> path = List.of(operation.path().substring(1).split("/", -1));
      result = edited(result, path, operation);
    }
    return result;
  }

  private static Value edited(Value at, List<String> path, Operation operation) {
    String step = path.getFirst().replace("~1", "/").replace("~0", "~");
    boolean last = path.size() == 1;
    List<String> rest = path.subList(1, path.size());
    if (at instanceof ArrayValue array) {
      List<Value> elements = new ArrayList<>(array.elements());
      int index = Integer.parseInt(step);
      if (!last) {
        elements.set(index, edited(elements.get(index), rest, operation));
      } else if (operation.op().equals("remove")) {
        elements.remove(index);
      } else {
        throw new AssertionError("no operation on elements: " + operation);
      }
      return new ArrayValue(elements);
    }
    if (!(at instanceof ObjectValue object)) {
      throw new AssertionError("nothing at " + operation);
    }
    Map<Value, Value> members = new LinkedHashMap<>(object.members());
    var key = new StringValue(step);
    boolean there = members.containsKey(key);
    if (!last) {
      Value child = members.get(key);
      if (child == null) {
        throw new AssertionError("no parent for " + operation);
      }
      members.put(key, edited(child, rest, operation));
    } else if (operation.op().equals("remove")) {
      if (members.remove(key) == null) {
        throw new AssertionError("nothing to remove: " + operation);
      }
    } else if (there != operation.op().equals("replace")) {
      throw new AssertionError("wrong operation: " + operation);
    } else {
      members.put(key, operation.value().orElseThrow());
    }
    return new ObjectValue(members);
  }
}
