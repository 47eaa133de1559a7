package dev.landwaiter.rego.builtin.collection;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.syntax.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// Values with one place changed. The parts of a path are keys of objects, indexes of arrays or
/// elements of sets.
record Edit(Surroundings surroundings) {
  /// The value at a path.
  Value find(Value root, List<Value> path) throws BuiltinException {
    Value value = root;
    for (Value part : path) {
      value = child(value, part);
    }
    return value;
  }

  private static Value child(Value container, Value key) throws BuiltinException {
    Value child =
        switch (container) {
          case ObjectValue object -> object.find(key);
          case SetValue set -> set.find(key);
          case ArrayValue array -> {
            long index = index(array.size(), key);
            yield index >= 0 && index < array.size() ? array.at((int) index) : null;
          }
          default -> throw scalar(container);
        };
    if (child == null) {
      throw BuiltinException.failure(
          "path %s does not exist in %s term %s"
              .formatted(ValueText.of(key), Operands.kind(container), ValueText.of(container)));
    }
    return child;
  }

  private static BuiltinException scalar(Value value) {
    String kind = Operands.kind(value);
    return BuiltinException.failure(
        "expected composite type, found value: %s (type: ast.%s)"
            .formatted(
                ValueText.of(value), Character.toUpperCase(kind.charAt(0)) + kind.substring(1)));
  }

  /// An index; `-` stands for the end.
  private static long index(int size, Value key) throws BuiltinException {
    return switch (key) {
      case NumberValue number -> {
        OptionalLong index = Operands.plainInteger(number);
        if (index.isEmpty()) {
          throw BuiltinException.failure("invalid number type for indexing");
        }
        yield index.getAsLong();
      }
      case StringValue(String text) -> index(size, text);
      default -> throw BuiltinException.failure("invalid type for indexing");
    };
  }

  private static long index(int size, String text) throws BuiltinException {
    if (text.equals("-")) {
      return size;
    }
    long index;
    try {
      index = Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw BuiltinException.failure("invalid string for indexing");
    }
    if (!text.equals("0") && text.startsWith("0")) {
      throw BuiltinException.failure("leading zeros are not allowed in JSON paths");
    }
    return index;
  }

  /// The container with a value put at a path: set in an object or set, pushed in in an array.
  Value insert(Value container, List<Value> path, int depth, Value value) throws BuiltinException {
    Value key = path.get(depth);
    if (depth + 1 < path.size()) {
      Value child = child(container, key);
      return exchange(container, key, child, insert(child, path, depth + 1, value));
    }
    return switch (container) {
      case ObjectValue object -> {
        ObjectValue.Draft draft = copy(object);
        draft.put(key, value);
        yield draft.finish();
      }
      case SetValue set -> {
        if (!key.equals(value)) {
          throw BuiltinException.failure(
              "set key %s does not equal value to be inserted %s"
                  .formatted(ValueText.of(key), ValueText.of(value)));
        }
        surroundings.reserve(set.size());
        var elements = new ArrayList<Value>(set.elements());
        elements.add(value);
        yield new SetValue(elements);
      }
      case ArrayValue array -> {
        long index = index(array.size(), key);
        if (index < 0 || index > array.size()) {
          throw BuiltinException.failure("index for array insertion out of bounds");
        }
        surroundings.reserve(array.size());
        var elements = new ArrayList<Value>(array.elements());
        elements.add((int) index, value);
        yield new ArrayValue(elements);
      }
      default -> throw scalar(container);
    };
  }

  /// The container without what stands at a path.
  Value delete(Value container, List<Value> path, int depth) throws BuiltinException {
    Value key = path.get(depth);
    if (depth + 1 < path.size()) {
      Value child = child(container, key);
      return exchange(container, key, child, delete(child, path, depth + 1));
    }
    return switch (container) {
      case ObjectValue object -> {
        if (object.find(key) == null) {
          throw missing(key);
        }
        surroundings.reserve(object.size());
        var draft = new ObjectValue.Draft();
        for (int i = 0; i < object.size(); i++) {
          if (!object.keyAt(i).equals(key)) {
            draft.put(object.keyAt(i), object.valueAt(i));
          }
        }
        yield draft.finish();
      }
      case SetValue set -> {
        if (!set.contains(key)) {
          throw missing(key);
        }
        surroundings.reserve(set.size());
        var elements = new ArrayList<Value>(set.elements());
        elements.remove(key);
        yield new SetValue(elements);
      }
      case ArrayValue array -> {
        long index = index(array.size(), key);
        if (index < 0 || index >= array.size()) {
          throw BuiltinException.failure("index for array delete out of bounds");
        }
        surroundings.reserve(array.size());
        var elements = new ArrayList<Value>(array.elements());
        elements.remove((int) index);
        yield new ArrayValue(elements);
      }
      default -> throw scalar(container);
    };
  }

  private static BuiltinException missing(Value key) {
    return BuiltinException.failure(
        "cannot delete child key " + ValueText.of(key) + " that does not exist");
  }

  private Value exchange(Value container, Value key, Value old, Value by) throws BuiltinException {
    return switch (container) {
      case ObjectValue object -> {
        ObjectValue.Draft draft = copy(object);
        draft.put(key, by);
        yield draft.finish();
      }
      case SetValue set -> {
        surroundings.reserve(set.size());
        var elements = new ArrayList<Value>(set.elements());
        elements.set(elements.indexOf(old), by);
        yield new SetValue(elements);
      }
      case ArrayValue array -> {
        surroundings.reserve(array.size());
        var elements = new ArrayList<Value>(array.elements());
        elements.set((int) index(array.size(), key), by);
        yield new ArrayValue(elements);
      }
      default -> throw scalar(container);
    };
  }

  private ObjectValue.Draft copy(ObjectValue object) throws BuiltinException {
    surroundings.reserve(object.size());
    var draft = new ObjectValue.Draft();
    for (int i = 0; i < object.size(); i++) {
      draft.put(object.keyAt(i), object.valueAt(i));
    }
    return draft;
  }
}
