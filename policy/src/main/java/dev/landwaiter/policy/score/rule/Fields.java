package dev.landwaiter.policy.score.rule;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A way down through members of objects, made once and followed often.
final class Fields {
  static final Fields NONE = new Fields();

  private final Value[] keys;

  private Fields(Value... keys) {
    this.keys = keys;
  }

  /// @param path names with dots between them
  static Fields of(String path) {
    List<Value> keys = new ArrayList<>();
    int start = 0;
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', start)) {
      keys.add(new StringValue(path.substring(start, dot)));
      start = dot + 1;
    }
    keys.add(new StringValue(path.substring(start)));
    return new Fields(keys.toArray(Value[]::new));
  }

  /// What stands there, or null.
  @Nullable Value find(Value from) {
    Value here = from;
    for (Value key : keys) {
      if (!(here instanceof ObjectValue object)) {
        return null;
      }
      Value next = object.find(key);
      if (next == null) {
        return null;
      }
      here = next;
    }
    return here;
  }

  /// The whole path to what stands there.
  List<Value> below(List<Value> start) {
    List<Value> path = new ArrayList<>(start);
    path.addAll(List.of(keys));
    return path;
  }
}
