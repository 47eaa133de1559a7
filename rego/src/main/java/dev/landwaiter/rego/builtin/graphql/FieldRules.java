package dev.landwaiter.rego.builtin.graphql;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules for fields (GraphQL specification, section 5.3).
final class FieldRules {
  private static final Value TYPE_NAME = typeNameField();

  private final Schema schema;

  FieldRules(Schema schema) {
    this.schema = schema;
  }

  private static Value typeNameField() {
    var type = new ObjectValue.Draft();
    Ast.put(type, "NamedType", "String");
    type.put(Value.of("NonNull"), Value.of(true));
    var field = new ObjectValue.Draft();
    Ast.put(field, "Name", "__typename");
    field.put(Value.of("Type"), type.finish());
    return field.finish();
  }

  /// The definition of a field of a type; every type has `__typename`.
  Optional<Value> definition(Optional<Value> parent, Value field) {
    return Ast.name(field).equals("__typename")
        ? Optional.of(TYPE_NAME)
        : parent.flatMap(type -> Schema.field(type, Ast.name(field)));
  }

  void check(Optional<Value> parent, Value field, Optional<Value> known) throws GraphqlException {
    String name = Ast.name(field);
    if (parent.isPresent() && known.isEmpty()) {
      throw at(
          field,
          "Cannot query field \""
              + name
              + "\" on type \""
              + Ast.name(parent.get())
              + "\"."
              + suggestion(parent.get(), name));
    }
    if (known.isPresent()) {
      Value definition = known.get();
      if (parent.isPresent()) {
        ArgumentRules.known(
            field, definition, "field \"" + Ast.name(parent.get()) + "." + name + "\"");
      }
      ArgumentRules.required(field, definition, "Field \"" + name + "\"");
      leaf(field, definition);
    }
    ArgumentRules.distinct(field);
  }

  private void leaf(Value field, Value definition) throws GraphqlException {
    Optional<Value> type = schema.typeDefinition(definition);
    if (type.isEmpty()) {
      return;
    }
    String name = Ast.name(field);
    boolean selects = !Ast.list(field, "SelectionSet").isEmpty();
    if (Schema.isLeaf(type.get()) && selects) {
      throw at(
          field,
          "Field \""
              + name
              + "\" must not have a selection since type \""
              + Ast.name(type.get())
              + "\" has no subfields.");
    }
    if (!Schema.isLeaf(type.get()) && !selects) {
      throw at(
          field,
          "Field \""
              + name
              + "\" of type \""
              + Ast.typeText(Schema.typeOf(definition))
              + "\" must have a selection of subfields. Did you mean \""
              + name
              + " { ... }\"?");
    }
  }

  private String suggestion(Value parent, String name) {
    List<String> types = typesWith(parent, name);
    if (!types.isEmpty()) {
      return " Did you mean to use an inline fragment on " + Suggestions.quotedOr(types) + "?";
    }
    String kind = Schema.kind(parent);
    return kind.equals("OBJECT") || kind.equals("INTERFACE")
        ? Suggestions.didYouMean(name, Ast.list(parent, "Fields").stream().map(Ast::name).toList())
        : "";
  }

  /// Of an interface or union: the types that do have the field, interfaces many share first.
  private List<String> typesWith(Value parent, String name) {
    String kind = Schema.kind(parent);
    if (!kind.equals("INTERFACE") && !kind.equals("UNION")) {
      return List.of();
    }
    List<String> objects = new ArrayList<>();
    List<String> interfaces = new ArrayList<>();
    Map<String, Integer> uses = new HashMap<>();
    for (String possible : schema.possible(Ast.name(parent))) {
      Optional<Value> type = schema.type(possible).filter(t -> Schema.field(t, name).isPresent());
      if (type.isEmpty()) {
        continue;
      }
      objects.add(possible);
      for (Value implemented : Ast.list(type.get(), "Interfaces")) {
        String other = implemented.asText();
        if (schema.type(other).filter(t -> Schema.field(t, name).isPresent()).isPresent()
            && uses.merge(other, 1, Integer::sum) == 1) {
          interfaces.add(other);
        }
      }
    }
    interfaces.sort(Comparator.comparingInt(type -> -uses.getOrDefault(type, 0)));
    interfaces.addAll(objects);
    return interfaces;
  }

  private static GraphqlException at(Value node, String message) {
    return GraphqlException.at(Ast.place(node), message);
  }
}
