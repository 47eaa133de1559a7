package dev.landwaiter.rego.builtin.graphql;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Nodes as objects: making and reading them. A member that is missing reads as empty, since
/// policies may hand in nodes they have made themselves.
final class Ast {
  private Ast() {}

  static ObjectValue.Draft node(Place place) {
    var node = new ObjectValue.Draft();
    var position = new ObjectValue.Draft();
    position.put(Value.of("Line"), Value.of(place.line()));
    position.put(Value.of("Column"), Value.of(place.column()));
    node.put(Value.of("Position"), position.finish());
    return node;
  }

  static void put(ObjectValue.Draft node, String key, String text) {
    node.put(Value.of(key), Value.of(text));
  }

  static Place place(Value node) {
    var position = node.get("Position");
    return position.isEmpty()
        ? Place.NONE
        : new Place(integer(position.get(), "Line"), integer(position.get(), "Column"));
  }

  private static int integer(Value node, String key) {
    return node.get(key).orElse(Value.of(0)) instanceof NumberValue number && number.isPlain()
        ? (int) number.plain()
        : 0;
  }

  static String name(Value node) {
    return node.text("Name");
  }

  static List<Value> list(Value node, String key) {
    return node.get(key).map(Value::elements).orElse(List.of());
  }

  static boolean flag(Value node, String key) {
    return node.get(key).orElse(BooleanValue.FALSE).equals(BooleanValue.TRUE);
  }

  static Optional<Value> named(List<Value> nodes, String name) {
    return nodes.stream().filter(node -> name(node).equals(name)).findFirst();
  }

  static Literal literal(Value value) {
    return Literal.of(integer(value, "Kind"));
  }

  /// A value as its document writes it.
  static String shown(Value value) {
    String raw = value.text("Raw");
    return switch (literal(value)) {
      case VARIABLE -> "$" + raw;
      case INT, FLOAT, ENUM, BOOLEAN, NULL -> raw;
      case STRING, BLOCK -> ValueText.quoted(raw);
      case LIST ->
          list(value, "Children").stream()
              .map(child -> shown(child.get("Value").orElse(child)))
              .collect(Collectors.joining(",", "[", "]"));
      case OBJECT ->
          list(value, "Children").stream()
              .map(child -> name(child) + ":" + shown(child.get("Value").orElse(child)))
              .collect(Collectors.joining(",", "{", "}"));
    };
  }

  /// A type as its document writes it: `[User!]!`.
  static String typeText(Value type) {
    String inner =
        type.get("Elem")
            .map(element -> "[" + typeText(element) + "]")
            .orElse(type.text("NamedType"));
    return flag(type, "NonNull") ? inner + "!" : inner;
  }

  /// The name of the type in a type's innermost list.
  static String typeName(Value type) {
    return type.get("Elem").map(Ast::typeName).orElse(type.text("NamedType"));
  }

  /// A node as policies see it: without positions and whatever is empty.
  static Value pruned(Value node) {
    return switch (node) {
      case ObjectValue object -> {
        var kept = new ObjectValue.Draft();
        object
            .members()
            .forEach((key, member) -> {
              Value value = pruned(member);
              if (!key.equals(new StringValue("Position")) && !isEmpty(value)) {
                kept.put(key, value);
              }
            });
        yield kept.finish();
      }
      case ArrayValue array -> {
        List<Value> kept = new ArrayList<>();
        array.elements().stream().map(Ast::pruned).filter(v -> !isEmpty(v)).forEach(kept::add);
        yield new ArrayValue(kept);
      }
      case Value other -> other;
    };
  }

  private static boolean isEmpty(Value value) {
    return value.rank() == 0
        || (value instanceof ArrayValue array && array.size() == 0)
        || (value instanceof ObjectValue object && object.size() == 0);
  }
}
