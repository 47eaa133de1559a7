package dev.landwaiter.rego.load;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Base documents in the making: objects from several files merge, anything else may stand at one
/// place only.
public final class DataTree {
  private final Map<Value, Object> root = new LinkedHashMap<>();

  /// Puts a document at a path.
  ///
  /// @return false when something else stands there already
  public boolean put(List<String> path, Value document) {
    Value wrapped = document;
    for (String part : path.reversed()) {
      wrapped = new ObjectValue(Map.of(Value.of(part), wrapped));
    }
    return wrapped instanceof ObjectValue object && merge(root, object);
  }

  private static boolean merge(Map<Value, Object> into, ObjectValue object) {
    for (int i = 0; i < object.size(); i++) {
      Value key = object.keyAt(i);
      Value value = object.valueAt(i);
      Object known = into.get(key);
      if (value instanceof ObjectValue below) {
        if (known == null) {
          known = new LinkedHashMap<Value, Object>();
          into.put(key, known);
        }
        if (!(known instanceof Map<?, ?>) || !merge(branch(known), below)) {
          return false;
        }
      } else if (known != null) {
        return false;
      } else {
        into.put(key, value);
      }
    }
    return true;
  }

  @SuppressWarnings("unchecked") // nothing but branches are maps here
  private static Map<Value, Object> branch(Object node) {
    return (Map<Value, Object>) node;
  }

  /// The documents so far.
  public ObjectValue documents() {
    return documents(root);
  }

  private static ObjectValue documents(Map<Value, Object> branch) {
    var draft = new ObjectValue.Draft();
    branch.forEach((key, node) ->
        draft.put(key, node instanceof Map<?, ?> ? documents(branch(node)) : (Value) node));
    return draft.finish();
  }
}
