package dev.landwaiter.policy.manifest;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Finds pods by their shape (kubernetes.md 2): a list `containers` of objects with a name and an
/// image, or with something else that only containers have.
final class PodSearch {
  private static final int DEPTH = 30;
  private static final int NODES = 2_000;

  private static final List<String> TELLING =
      List.of("command", "args", "env", "ports", "resources", "securityContext", "volumeMounts");

  private final List<Pod> pods;
  private final List<Value> path = new ArrayList<>();
  private int left = NODES;

  PodSearch(List<Pod> pods) {
    this.pods = pods;
  }

  void look(Value value) {
    if (--left < 0 || path.size() > DEPTH) {
      return;
    }
    if (value instanceof ArrayValue array) {
      for (int i = 0; i < array.size(); i++) {
        below(Value.of(i), array.at(i));
      }
    } else if (isPod(value)) {
      pods.add(new Pod(value, path, ContainerLists.ofPod(value, path), true));
    } else if (value instanceof ObjectValue object) {
      for (int i = 0; i < object.size(); i++) {
        String name = object.keyAt(i).asText();
        // What the cluster says of the object is not what the user asks of the cluster.
        boolean skipped = path.isEmpty() && (name.equals("status") || name.equals("metadata"));
        if (!skipped) {
          below(object.keyAt(i), object.valueAt(i));
        }
      }
    }
  }

  private void below(Value step, Value value) {
    if (value instanceof ObjectValue || value instanceof ArrayValue) {
      path.addLast(step);
      look(value);
      path.removeLast();
    }
  }

  private static boolean isPod(Value value) {
    if (!(value.get("containers").orElse(NullValue.NULL) instanceof ArrayValue array)
        || array.size() == 0) {
      return false;
    }
    for (int i = 0; i < array.size(); i++) {
      Value each = array.at(i);
      boolean named = each.get("name").orElse(NullValue.NULL) instanceof StringValue;
      boolean image = each.get("image").orElse(NullValue.NULL) instanceof StringValue;
      if (!named || (!image && TELLING.stream().noneMatch(key -> each.get(key).isPresent()))) {
        return false;
      }
    }
    return true;
  }
}
