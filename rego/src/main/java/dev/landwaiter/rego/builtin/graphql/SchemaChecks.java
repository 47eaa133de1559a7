package dev.landwaiter.rego.builtin.graphql;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.ValueText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules definitions must keep (GraphQL specification, section 3), with the original's texts.
final class SchemaChecks {
  private final Schema schema;

  SchemaChecks(Schema schema) {
    this.schema = schema;
  }

  /// Checks all types, then all directives, each in the order of names.
  void check() throws GraphqlException {
    for (Value type : schema.types().values()) {
      type(type);
    }
    for (Value directive : schema.directives().values()) {
      name(directive);
      arguments(directive, Ast.name(directive));
    }
  }

  private static void name(Value node) throws GraphqlException {
    if (Ast.name(node).startsWith("__")) {
      throw GraphqlException.at(
          Ast.place(node),
          "Name \""
              + Ast.name(node)
              + "\" must not begin with \"__\", which is reserved by GraphQL introspection.");
    }
  }

  private void type(Value type) throws GraphqlException {
    String kind = Schema.kind(type);
    Place place = Ast.place(type);
    for (Value field : Ast.list(type, "Fields")) {
      name(field);
      reference(Schema.typeOf(field));
      arguments(field, "");
      directives(Ast.list(field, "Directives"), "FIELD_DEFINITION", "");
    }
    for (Value member : Ast.list(type, "Types")) {
      Value definition = defined(member.asText(), ValueText.quoted(member.asText()), place);
      if (!Schema.kind(definition).equals("OBJECT")) {
        throw GraphqlException.at(
            place, kind + " type " + ValueText.quoted(member.asText()) + " must be OBJECT.");
      }
    }
    var interfaces = new InterfaceChecks(schema, type);
    for (Value implemented : Ast.list(type, "Interfaces")) {
      interfaces.check(implemented.asText());
    }
    switch (kind) {
      case "OBJECT", "INTERFACE" ->
          fields(type, "fields", Set.of("INPUT_OBJECT"), "SCALAR, OBJECT, INTERFACE, UNION, ENUM");
      case "INPUT_OBJECT" ->
          fields(
              type,
              "input fields",
              Set.of("OBJECT", "INTERFACE", "UNION"),
              "SCALAR, ENUM, INPUT_OBJECT");
      case "ENUM" -> enumValues(type);
      default -> {}
    }
    distinctFields(type);
    if (!Ast.flag(type, "BuiltIn")) {
      name(type);
    }
    directives(Ast.list(type, "Directives"), kind, "");
  }

  private void fields(Value type, String what, Set<String> refused, String allowed)
      throws GraphqlException {
    String shown = Schema.kind(type) + " " + Ast.name(type);
    if (Ast.list(type, "Fields").isEmpty()) {
      throw GraphqlException.at(Ast.place(type), shown + ": must define one or more " + what + ".");
    }
    for (Value field : Ast.list(type, "Fields")) {
      Optional<Value> definition = schema.typeDefinition(field);
      if (definition.isPresent() && refused.contains(Schema.kind(definition.get()))) {
        throw GraphqlException.at(
            Ast.place(field), shown + ": field must be one of " + allowed + ".");
      }
    }
  }

  private static void enumValues(Value type) throws GraphqlException {
    String shown = Schema.kind(type) + " " + Ast.name(type);
    List<Value> values = Ast.list(type, "EnumValues");
    if (values.isEmpty()) {
      throw GraphqlException.at(
          Ast.place(type), shown + ": must define one or more unique enum values.");
    }
    for (Value value : values) {
      if (Set.of("true", "false", "null").contains(Ast.name(value))) {
        throw GraphqlException.at(
            Ast.place(type), shown + ": non-enum value " + Ast.name(value) + ".");
      }
    }
  }

  private static void distinctFields(Value type) throws GraphqlException {
    Set<String> names = new HashSet<>();
    for (Value field : Ast.list(type, "Fields")) {
      if (!names.add(Ast.name(field))) {
        throw GraphqlException.at(
            Ast.place(field),
            "Field " + Ast.name(type) + "." + Ast.name(field) + " can only be defined once.");
      }
    }
  }

  private void reference(Value type) throws GraphqlException {
    defined(Ast.typeName(type), Ast.typeName(type), Ast.place(type));
  }

  private Value defined(String name, String shown, Place place) throws GraphqlException {
    return schema
        .type(name)
        .orElseThrow(() -> GraphqlException.at(place, "Undefined type " + shown + "."));
  }

  private void arguments(Value node, String directive) throws GraphqlException {
    for (Value argument : Schema.arguments(node)) {
      name(argument);
      Value type = Schema.typeOf(argument);
      reference(type);
      Value definition = schema.typeDefinition(argument).orElseThrow();
      if (!Schema.isInput(definition)) {
        throw GraphqlException.at(
            Ast.place(argument),
            "cannot use "
                + Ast.typeText(type)
                + " as argument "
                + Ast.name(argument)
                + " because "
                + Schema.kind(definition)
                + " is not a valid input type");
      }
      directives(Ast.list(argument, "Directives"), "ARGUMENT_DEFINITION", directive);
    }
  }

  /// Checks directives at a kind of place.
  ///
  /// @param inside the directive whose definition they stand in, or empty
  void directives(List<Value> directives, String location, String inside) throws GraphqlException {
    for (Value directive : directives) {
      directive(directive, location, inside);
    }
  }

  private void directive(Value directive, String location, String inside) throws GraphqlException {
    name(directive);
    String name = Ast.name(directive);
    Place place = Ast.place(directive);
    if (!inside.isEmpty() && name.equals(inside)) {
      throw GraphqlException.at(place, "Directive " + name + " cannot refer to itself.");
    }
    Value definition = schema.directives().get(name);
    if (definition == null) {
      throw GraphqlException.at(place, "Undefined directive " + name + ".");
    }
    if (!Ast.list(definition, "Locations").contains(Value.of(location))) {
      throw GraphqlException.at(
          place, "Directive " + name + " is not applicable on " + location + ".");
    }
    List<Value> given = Schema.arguments(directive);
    for (Value argument : given) {
      if (Ast.named(Schema.arguments(definition), Ast.name(argument)).isEmpty()) {
        throw GraphqlException.at(
            Ast.place(argument),
            "Undefined argument " + Ast.name(argument) + " for directive " + name + ".");
      }
    }
    for (Value parameter : Schema.arguments(definition)) {
      Optional<Value> value =
          Ast.named(given, Ast.name(parameter)).flatMap(argument -> argument.get("Value"));
      boolean missing = value.map(v -> Ast.literal(v) == Literal.NULL).orElse(true);
      if (missing
          && Ast.flag(Schema.typeOf(parameter), "NonNull")
          && parameter.get("DefaultValue").isEmpty()) {
        throw GraphqlException.at(
            place,
            "Argument " + Ast.name(parameter) + " for directive " + name + " cannot be null.");
      }
    }
  }
}
