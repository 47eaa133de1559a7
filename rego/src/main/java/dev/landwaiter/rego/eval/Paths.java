package dev.landwaiter.rego.eval;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.Location;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Parts of documents: taken out, put in, laid over each other.
final class Paths {
  private Paths() {}

  /// A part by its value: an element by its index, a member by its key, a set's element by itself.
  static @Nullable Value select(Value container, Value key) {
    return switch (container) {
      case ObjectValue object -> object.find(key);
      case ArrayValue array -> {
        if (!(key instanceof NumberValue number)) {
          yield null;
        }
        int index = Nodes.index(number);
        yield index < 0 || index >= array.size() ? null : array.at(index);
      }
      case SetValue set -> set.find(key);
      default -> null;
    };
  }

  /// A part of the base documents. Their keys are always texts, and constant paths say `2` for
  /// `"2"`.
  static @Nullable Value base(Value data, Value[] path) {
    Value at = data;
    for (Value part : path) {
      Value found = select(at, part);
      if (found == null && at instanceof ObjectValue && part instanceof NumberValue number) {
        found = select(at, Value.of(number.text()));
      }
      if (found == null) {
        return null;
      }
      at = found;
    }
    return at;
  }

  /// A copy with a value at a path; what stands in its way is replaced.
  static Value put(@Nullable Value into, Value[] path, Value value) {
    if (path.length == 0) {
      return value;
    }
    Value[] rest = Arrays.copyOfRange(path, 1, path.length);
    var draft = new ObjectValue.Draft();
    if (into instanceof ObjectValue object) {
      for (int i = 0; i < object.size(); i++) {
        draft.put(object.keyAt(i), object.valueAt(i));
      }
    }
    draft.put(path[0], put(draft.find(path[0]), rest, value));
    return draft.finish();
  }

  /// As [#put], but something in the way that is no object is an error.
  static Value overlay(Value into, Value[] path, Value value, Location at) {
    Value reached = into;
    for (int i = 0; i < path.length && reached != null; i++) {
      if (!(reached instanceof ObjectValue object)) {
        throw Halt.merge(at);
      }
      reached = object.find(path[i]);
    }
    return put(into, path, value);
  }

  /// A base document together with the values of rules; where both have something that is no
  /// object, the base document counts.
  static @Nullable Value merge(@Nullable Value base, @Nullable Value virtual) {
    if (base == null || virtual == null) {
      return base == null ? virtual : base;
    }
    if (!(base instanceof ObjectValue left)
        || !(virtual instanceof ObjectValue right)
        || right.size() == 0) {
      return base;
    }
    var draft = new ObjectValue.Draft();
    for (int i = 0; i < left.size(); i++) {
      draft.put(left.keyAt(i), left.valueAt(i));
    }
    for (int i = 0; i < right.size(); i++) {
      Value key = right.keyAt(i);
      Value merged = merge(draft.find(key), right.valueAt(i));
      if (merged != null) {
        draft.put(key, merged);
      }
    }
    return draft.finish();
  }
}
