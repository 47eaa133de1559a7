package dev.landwaiter.rego.builtin.collection;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.syntax.ValueText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `json.patch`: RFC 6902 on values of any kind; the first failure ends it.
final class JsonPatch {
  private final Edit edit;

  /// What the operations made so far; null once all of it is removed.
  private @Nullable Value document;

  private JsonPatch(Surroundings surroundings, Value document) {
    this.edit = new Edit(surroundings);
    this.document = document;
  }

  static Value patch(Surroundings surroundings, Value[] arguments) throws BuiltinException {
    ArrayValue operations = Operands.array(arguments, 1);
    for (int i = 0; i < operations.size(); i++) {
      if (!(operations.at(i) instanceof ObjectValue)) {
        throw BuiltinException.failure(
            "must be an array of JSON-Patch objects, but at least one element is not an object");
      }
    }
    var patch = new JsonPatch(surroundings, arguments[0]);
    for (int i = 0; i < operations.size(); i++) {
      if (operations.at(i) instanceof ObjectValue operation) {
        patch.apply(operation);
      }
    }
    return patch.whole();
  }

  private void apply(ObjectValue operation) throws BuiltinException {
    List<Value> path = JsonPath.of(member(operation, "path"));
    Value op = member(operation, "op");
    if (!(op instanceof StringValue(String name))) {
      throw BuiltinException.failure(
          "attribute 'op' must be a string but found: " + Operands.kind(op));
    }
    switch (name) {
      case "add" -> add(path, member(operation, "value"));
      case "remove" -> remove(path);
      case "replace" -> {
        remove(path);
        add(path, member(operation, "value"));
      }
      case "move" -> {
        List<Value> from = JsonPath.of(member(operation, "from"));
        Value moved = edit.find(whole(), from);
        remove(from);
        add(path, moved);
      }
      case "copy" -> {
        List<Value> from = JsonPath.of(member(operation, "from"));
        add(path, edit.find(whole(), from));
      }
      case "test" -> test(edit.find(whole(), path), member(operation, "value"));
      default -> throw BuiltinException.failure("unrecognized op: '" + name + "'");
    }
  }

  private static Value member(ObjectValue operation, String name) throws BuiltinException {
    Value member = operation.find(new StringValue(name));
    if (member == null) {
      throw BuiltinException.failure("missing required attribute '" + name + "'");
    }
    return member;
  }

  private Value whole() throws BuiltinException {
    if (document == null) {
      throw BuiltinException.failure("the whole document is removed");
    }
    return document;
  }

  private void add(List<Value> path, Value value) throws BuiltinException {
    document = path.isEmpty() ? value : edit.insert(whole(), path, 0, value);
  }

  private void remove(List<Value> path) throws BuiltinException {
    document = path.isEmpty() ? null : edit.delete(whole(), path, 0);
  }

  private static void test(Value found, Value expected) throws BuiltinException {
    if (!found.equals(expected)) {
      throw BuiltinException.failure(
          "value from EditTree != patch value.\n\nExpected: "
              + ValueText.of(expected)
              + "\n\nFound: "
              + ValueText.of(found));
    }
  }
}
