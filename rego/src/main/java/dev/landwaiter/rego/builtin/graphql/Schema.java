package dev.landwaiter.rego.builtin.graphql;

import dev.landwaiter.base.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A schema that has been checked.
///
/// @param types definitions by name, extensions merged in
/// @param directives definitions by name
/// @param possible the names of the objects a type may turn out to be, by its name
/// @param roots the names of the types of `query`, `mutation`, `subscription`
record Schema(
    Map<String, Value> types,
    Map<String, Value> directives,
    Map<String, Set<String>> possible,
    Map<String, String> roots) {

  Optional<Value> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  static String kind(Value definition) {
    return definition.text("Kind");
  }

  static boolean isComposite(Value definition) {
    return switch (kind(definition)) {
      case "OBJECT", "INTERFACE", "UNION" -> true;
      default -> false;
    };
  }

  static boolean isInput(Value definition) {
    return switch (kind(definition)) {
      case "SCALAR", "ENUM", "INPUT_OBJECT" -> true;
      default -> false;
    };
  }

  static boolean isLeaf(Value definition) {
    return kind(definition).equals("SCALAR") || kind(definition).equals("ENUM");
  }

  static Optional<Value> field(Value definition, String name) {
    return Ast.named(Ast.list(definition, "Fields"), name);
  }

  static Value typeOf(Value fieldOrArgument) {
    return fieldOrArgument.get("Type").orElse(fieldOrArgument);
  }

  /// The definition of the type of a field or argument.
  Optional<Value> typeDefinition(Value fieldOrArgument) {
    return type(Ast.typeName(typeOf(fieldOrArgument)));
  }

  Set<String> possible(String type) {
    return possible.getOrDefault(type, Set.of());
  }

  static List<Value> arguments(Value node) {
    return Ast.list(node, "Arguments");
  }

  /// Whether a value of one type can stand where the other is expected.
  static boolean isCompatible(Value type, Value expected, boolean expectedNonNull) {
    var element = type.get("Elem");
    var expectedElement = expected.get("Elem");
    if (!type.text("NamedType").equals(expected.text("NamedType"))
        || element.isPresent() != expectedElement.isPresent()
        || (expectedNonNull && !Ast.flag(type, "NonNull"))) {
      return false;
    }
    return element.isEmpty()
        || isCompatible(
            element.get(),
            expectedElement.orElseThrow(),
            Ast.flag(expectedElement.get(), "NonNull"));
  }
}
