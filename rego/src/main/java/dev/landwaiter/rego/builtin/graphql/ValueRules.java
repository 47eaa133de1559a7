package dev.landwaiter.rego.builtin.graphql;

import dev.landwaiter.base.value.Value;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules for values and variables (GraphQL specification, sections 5.6 and 5.8).
final class ValueRules {
  private static final Set<String> SCALARS = Set.of("Int", "Float", "String", "Boolean", "ID");

  private final Schema schema;
  private final Set<String> used = new HashSet<>();

  /// The operation walked through; empty inside of fragments on their own.
  private Optional<Value> operation = Optional.empty();

  ValueRules(Schema schema) {
    this.schema = schema;
  }

  void enter(Value operation) {
    this.operation = Optional.of(operation);
    used.clear();
  }

  void leave() {
    operation = Optional.empty();
  }

  /// Whether a variable of the operation has been used.
  boolean isUsed(String variable) {
    return used.contains(variable);
  }

  private Optional<Value> variable(Value value) {
    return operation.flatMap(o ->
        Ast.list(o, "VariableDefinitions").stream()
            .filter(v -> v.text("Variable").equals(value.text("Raw")))
            .findFirst());
  }

  /// Walks through a value, inner ones first.
  void walk(Value value, Expectation expected) throws GraphqlException {
    Optional<Value> definition = expected.type().flatMap(t -> schema.type(Ast.typeName(t)));
    Literal kind = Ast.literal(value);
    if (kind == Literal.VARIABLE && variable(value).isPresent()) {
      used.add(value.text("Raw"));
    }
    for (Value child : Ast.list(value, "Children")) {
      Expectation inner = Expectation.NONE;
      if (kind == Literal.OBJECT) {
        inner =
            definition
                .flatMap(d -> Schema.field(d, Ast.name(child)))
                .map(Expectation::of)
                .orElse(inner);
      } else if (kind == Literal.LIST) {
        inner = new Expectation(expected.type().flatMap(t -> t.get("Elem")), false);
      }
      walk(child.get("Value").orElse(child), inner);
    }
    check(value, expected, definition);
  }

  private void check(Value value, Expectation expected, Optional<Value> definition)
      throws GraphqlException {
    if (Ast.literal(value) == Literal.VARIABLE
        && operation.isPresent()
        && variable(value).isEmpty()) {
      String name = Ast.name(operation.get());
      throw at(
          value,
          "Variable \""
              + Ast.shown(value)
              + "\" is not defined"
              + (name.isEmpty() ? "." : " by operation \"" + name + "\"."));
    }
    if (Ast.literal(value) == Literal.OBJECT) {
      distinctFields(value);
    }
    if (expected.type().isPresent() && definition.isPresent()) {
      correctType(value, expected.type().get(), definition.get());
    }
    if (Ast.literal(value) == Literal.VARIABLE && expected.type().isPresent()) {
      allowed(value, expected, expected.type().get());
    }
  }

  private static void distinctFields(Value value) throws GraphqlException {
    Set<String> names = new HashSet<>();
    for (Value child : Ast.list(value, "Children")) {
      if (!names.add(Ast.name(child))) {
        throw at(child, "There can be only one input field named \"" + Ast.name(child) + "\".");
      }
    }
  }

  private void allowed(Value value, Expectation expected, Value type) throws GraphqlException {
    Optional<Value> variable = variable(value);
    if (variable.isEmpty()) {
      return;
    }
    boolean defaulted =
        variable.get().get("DefaultValue").map(v -> Ast.literal(v) != Literal.NULL).orElse(false);
    boolean nonNull = Ast.flag(type, "NonNull") && !defaulted && !expected.hasDefault();
    Value declared = Schema.typeOf(variable.get());
    if (!Schema.isCompatible(declared, type, nonNull)) {
      throw at(
          value,
          "Variable \""
              + Ast.shown(value)
              + "\" of type \""
              + Ast.typeText(declared)
              + "\" used in position expecting type \""
              + Ast.typeText(type)
              + "\".");
    }
  }

  private static void correctType(Value value, Value type, Value definition)
      throws GraphqlException {
    Literal kind = Ast.literal(value);
    String name = Ast.name(definition);
    boolean isEnum = Schema.kind(definition).equals("ENUM");
    if (kind == Literal.NULL && Ast.flag(type, "NonNull")) {
      throw at(
          value,
          "Expected value of type \"" + Ast.typeText(type) + "\", found " + Ast.shown(value) + ".");
    }
    if (Schema.kind(definition).equals("SCALAR") && !SCALARS.contains(name)) {
      return;
    }
    boolean fits =
        switch (kind) {
          case NULL, VARIABLE -> true;
          case LIST -> type.get("Elem").isPresent();
          case INT ->
              name.equals("Float")
                  || name.equals("ID")
                  || (name.equals("Int") && isSmall(value.text("Raw")));
          case FLOAT -> name.equals("Float");
          case STRING, BLOCK -> !isEnum && (name.equals("String") || name.equals("ID"));
          case BOOLEAN -> name.equals("Boolean");
          case ENUM -> isEnum;
          case OBJECT -> Schema.kind(definition).equals("INPUT_OBJECT");
        };
    if (!fits) {
      throw at(value, unexpected(value, type, definition));
    }
    if (kind == Literal.ENUM) {
      enumValue(value, type, definition);
    } else if (kind == Literal.OBJECT) {
      inputFields(value, definition);
    }
  }

  private static boolean isSmall(String digits) {
    return digits.length() < 12 && new BigInteger(digits).bitLength() < 32;
  }

  private static String unexpected(Value value, Value type, Value definition) {
    String shown = Ast.shown(value);
    String text = Ast.typeText(type);
    String bare = text.endsWith("!") ? text.substring(0, text.length() - 1) : text;
    return switch (bare) {
      case "Int" ->
          (Ast.literal(value) == Literal.INT
                  ? "Int cannot represent non 32-bit signed integer value: "
                  : "Int cannot represent non-integer value: ")
              + shown;
      case "String", "[String]" -> "String cannot represent a non string value: " + shown;
      case "Boolean" -> "Boolean cannot represent a non boolean value: " + shown;
      case "Float" -> "Float cannot represent non numeric value: " + shown;
      case "ID" -> "ID cannot represent a non-string and non-integer value: " + shown;
      default ->
          Schema.kind(definition).equals("ENUM")
              ? "Enum \""
                  + text
                  + "\" cannot represent non-enum value: "
                  + shown
                  + "."
                  + meant(value, definition)
              : "Expected value of type \"" + text + "\", found " + shown + ".";
    };
  }

  private static String meant(Value value, Value definition) {
    return Suggestions.didYouMean(
            value.text("Raw"), Ast.list(definition, "EnumValues").stream().map(Ast::name).toList())
        .replace("Did you mean ", "Did you mean the enum value ");
  }

  private static void enumValue(Value value, Value type, Value definition) throws GraphqlException {
    String raw = value.text("Raw");
    if (Ast.named(Ast.list(definition, "EnumValues"), raw).isEmpty()) {
      throw at(
          value,
          "Value \""
              + raw
              + "\" does not exist in \""
              + Ast.typeText(type)
              + "\" enum."
              + meant(value, definition));
    }
  }

  private static void inputFields(Value value, Value definition) throws GraphqlException {
    List<Value> children = Ast.list(value, "Children");
    for (Value field : Ast.list(definition, "Fields")) {
      if (Ast.flag(Schema.typeOf(field), "NonNull")
          && field.get("DefaultValue").isEmpty()
          && Ast.named(children, Ast.name(field)).isEmpty()) {
        throw at(
            value,
            "Field \""
                + Ast.name(definition)
                + "."
                + Ast.name(field)
                + "\" of required type \""
                + Ast.typeText(Schema.typeOf(field))
                + "\" was not provided.");
      }
    }
    for (Value child : children) {
      if (Schema.field(definition, Ast.name(child)).isEmpty()) {
        throw at(
            child,
            "Field \""
                + Ast.name(child)
                + "\" is not defined by type \""
                + Ast.name(definition)
                + "\"."
                + Suggestions.didYouMean(
                    Ast.name(child),
                    Ast.list(definition, "Fields").stream().map(Ast::name).toList()));
      }
    }
  }

  private static GraphqlException at(Value node, String message) {
    return GraphqlException.at(Ast.place(node), message);
  }
}
