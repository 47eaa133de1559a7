package dev.landwaiter.rego.builtin.collection;

import static dev.landwaiter.rego.type.Type.ANY;
import static dev.landwaiter.rego.type.Type.STRING;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.Builtin;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.type.Declaration;
import dev.landwaiter.rego.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `json.filter`, `json.remove` and `json.patch` (section 13.9).
public final class JsonPaths {
  private JsonPaths() {}

  public static List<Builtin> all() {
    Type object = Type.object(ANY, ANY);
    Type path = Type.any(STRING, Type.array(ANY));
    Type paths = Type.any(Type.array(path), Type.set(path));
    Type operation =
        new Type.ObjectType(
            List.of(
                new Type.Property(Value.of("op"), STRING),
                new Type.Property(Value.of("path"), ANY)),
            java.util.Optional.of(new Type.Others(ANY, ANY)));
    return List.of(
        new Builtin(
            Declaration.of("json.filter")
                .takes("object", object)
                .takes("paths", paths)
                .gives(object),
            (surroundings, arguments) ->
                keep(surroundings, Operands.object(arguments, 0), tree(arguments))),
        new Builtin(
            Declaration.of("json.remove")
                .takes("object", object)
                .takes("paths", paths)
                .gives(object),
            (surroundings, arguments) ->
                drop(surroundings, Operands.object(arguments, 0), tree(arguments))),
        new Builtin(
            Declaration.of("json.patch")
                .takes("target", ANY)
                .takes("patches", Type.array(operation))
                .gives(ANY),
            JsonPatch::patch));
  }

  /// Paths as a tree; one that ends takes all below.
  private static final class Node {
    final Map<Value, Node> children = new HashMap<>();
    boolean ends;

    void add(List<Value> path) {
      Node node = this;
      for (Value part : path) {
        if (node.ends) {
          return;
        }
        node = node.children.computeIfAbsent(part, _ -> new Node());
      }
      node.ends = true;
    }

    @Nullable Node at(Value key) {
      return children.get(key);
    }

    @Nullable Node at(int index) {
      return children.get(new StringValue(Integer.toString(index)));
    }
  }

  private static Node tree(Value[] arguments) throws BuiltinException {
    Value operand = arguments[1];
    if (!(operand instanceof ArrayValue || operand instanceof SetValue)) {
      throw Operands.wrong(2, operand, "set", "array");
    }
    var root = new Node();
    for (Value element : operand.elements()) {
      List<Value> path = JsonPath.of(element);
      if (!path.isEmpty()) {
        root.add(path);
      }
    }
    return root;
  }

  private static Value keep(Surroundings surroundings, Value value, Node node)
      throws BuiltinException {
    surroundings.check();
    if (node.ends) {
      return value;
    }
    return switch (value) {
      case ArrayValue array -> {
        var kept = new ArrayList<Value>();
        for (int i = 0; i < array.size(); i++) {
          Node below = node.at(i);
          if (below != null) {
            kept.add(keep(surroundings, array.at(i), below));
          }
        }
        yield new ArrayValue(kept);
      }
      case SetValue set -> {
        var kept = new SetValue.Draft();
        for (Value element : set.elements()) {
          Node below = node.at(element);
          if (below != null) {
            kept.add(keep(surroundings, element, below));
          }
        }
        yield kept.finish();
      }
      case ObjectValue object -> {
        var kept = new ObjectValue.Draft();
        for (int i = 0; i < object.size(); i++) {
          Node below = node.at(object.keyAt(i));
          if (below != null) {
            kept.put(object.keyAt(i), keep(surroundings, object.valueAt(i), below));
          }
        }
        yield kept.finish();
      }
      default -> value;
    };
  }

  /// The value without what the tree names; for nodes where no path ends.
  private static Value drop(Surroundings surroundings, Value value, Node node)
      throws BuiltinException {
    surroundings.check();
    return switch (value) {
      case ArrayValue array -> {
        var left = new ArrayList<Value>();
        for (int i = 0; i < array.size(); i++) {
          Node below = node.at(i);
          if (below == null || !below.ends) {
            left.add(below == null ? array.at(i) : drop(surroundings, array.at(i), below));
          }
        }
        yield new ArrayValue(left);
      }
      case SetValue set -> {
        var left = new SetValue.Draft();
        for (Value element : set.elements()) {
          Node below = node.at(element);
          if (below == null || !below.ends) {
            left.add(below == null ? element : drop(surroundings, element, below));
          }
        }
        yield left.finish();
      }
      case ObjectValue object -> {
        var left = new ObjectValue.Draft();
        for (int i = 0; i < object.size(); i++) {
          Node below = node.at(object.keyAt(i));
          Value member = object.valueAt(i);
          if (below == null || !below.ends) {
            left.put(object.keyAt(i), below == null ? member : drop(surroundings, member, below));
          }
        }
        yield left.finish();
      }
      default -> value;
    };
  }
}
