package dev.landwaiter.rego.builtin.graphql;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.syntax.ValueText;
import java.util.List;
import java.util.Optional;

/// Whether a type has what the interfaces ask for that it says to implement (GraphQL specification,
/// section 3.6).
final class InterfaceChecks {
  private final Schema schema;
  private final Value type;

  InterfaceChecks(Schema schema, Value type) {
    this.schema = schema;
    this.type = type;
  }

  void check(String name) throws GraphqlException {
    Place place = Ast.place(type);
    Value wanted =
        schema
            .type(name)
            .orElseThrow(
                () -> GraphqlException.at(place, "Undefined type " + ValueText.quoted(name) + "."));
    if (!Schema.kind(wanted).equals("INTERFACE")) {
      throw GraphqlException.at(
          place, ValueText.quoted(name) + " is a non interface type " + Schema.kind(wanted) + ".");
    }
    for (Value required : Ast.list(wanted, "Fields")) {
      field(name, required);
    }
    List<Value> implemented = Ast.list(type, "Interfaces");
    for (Value ancestor : Ast.list(wanted, "Interfaces")) {
      if (implemented.contains(ancestor)) {
        continue;
      }
      throw GraphqlException.at(
          place,
          ancestor.asText().equals(Ast.name(type))
              ? "Type "
                  + Ast.name(type)
                  + " cannot implement "
                  + name
                  + " because it would create a circular reference."
              : "Type "
                  + Ast.name(type)
                  + " must implement "
                  + ancestor.asText()
                  + " because it is implemented by "
                  + name
                  + ".");
    }
  }

  private void field(String name, Value required) throws GraphqlException {
    String start = "For " + Ast.name(type) + " to implement " + name;
    String fieldName = Ast.name(required);
    Optional<Value> known = Schema.field(type, fieldName);
    if (known.isEmpty()) {
      throw GraphqlException.at(
          Ast.place(type), start + " it must have a field called " + fieldName + ".");
    }
    Value found = known.get();
    Place place = Ast.place(found);
    if (!isCovariant(Schema.typeOf(required), Schema.typeOf(found))) {
      throw GraphqlException.at(
          place,
          start
              + " the field "
              + fieldName
              + " must have type "
              + Ast.typeText(Schema.typeOf(required))
              + ".");
    }
    String same = start + " the field " + fieldName + " must have the same arguments but ";
    for (Value argument : Schema.arguments(required)) {
      var other = Ast.named(Schema.arguments(found), Ast.name(argument));
      if (other.isEmpty()) {
        throw GraphqlException.at(place, same + "it is missing " + Ast.name(argument) + ".");
      }
      Value wanted = Schema.typeOf(other.get());
      if (!Schema.isCompatible(Schema.typeOf(argument), wanted, Ast.flag(wanted, "NonNull"))) {
        throw GraphqlException.at(place, same + Ast.name(argument) + " has the wrong type.");
      }
    }
    for (Value argument : Schema.arguments(found)) {
      if (Ast.named(Schema.arguments(required), Ast.name(argument)).isEmpty()
          && Ast.flag(Schema.typeOf(argument), "NonNull")
          && argument.get("DefaultValue").isEmpty()) {
        throw GraphqlException.at(
            place,
            start
                + " any additional arguments on "
                + fieldName
                + " must be optional or have a default value but "
                + Ast.name(argument)
                + " is required.");
      }
    }
  }

  private boolean isCovariant(Value required, Value actual) {
    if (Ast.flag(required, "NonNull") && !Ast.flag(actual, "NonNull")) {
      return false;
    }
    var element = required.get("Elem");
    if (element.isEmpty()) {
      String name = required.text("NamedType");
      return name.equals(actual.text("NamedType"))
          || schema.possible(name).contains(actual.text("NamedType"));
    }
    var other = actual.get("Elem");
    return other.isPresent() && isCovariant(element.get(), other.get());
  }
}
