package dev.landwaiter.rego.builtin.graphql;

import dev.landwaiter.base.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules for operations and their variables (GraphQL specification, sections 5.2 and 5.8).
final class OperationRules {
  private final Schema schema;
  private final ValueRules values;
  private final FieldMerging merging;
  private final Set<String> names = new HashSet<>();

  OperationRules(Schema schema, ValueRules values, FieldMerging merging) {
    this.schema = schema;
    this.values = values;
    this.merging = merging;
  }

  void knownType(Value variable) throws GraphqlException {
    String type = Ast.typeName(Schema.typeOf(variable));
    if (schema.type(type).isEmpty()) {
      throw at(variable, "Unknown type \"" + type + "\".");
    }
  }

  void operation(Value operation, List<Value> all, Optional<Value> type) throws GraphqlException {
    String name = Ast.name(operation);
    List<Value> variables = Ast.list(operation, "VariableDefinitions");
    if (type.isEmpty()) {
      throw at(
          operation,
          "Schema does not support operation type \"" + operation.text("Operation") + "\"");
    }
    if (name.isEmpty() && all.size() > 1) {
      throw at(operation, "This anonymous operation must be the only defined operation.");
    }
    for (Value variable : variables) {
      if (!values.isUsed(variable.text("Variable"))) {
        throw at(
            variable,
            "Variable \"$"
                + variable.text("Variable")
                + "\" is never used"
                + (name.isEmpty() ? "." : " in operation \"" + name + "\"."));
      }
    }
    merging(type, operation);
    if (operation.text("Operation").equals("subscription")
        && Ast.list(operation, "SelectionSet").size() > 1) {
      throw at(
          Ast.list(operation, "SelectionSet").get(1),
          (name.isEmpty() ? "Anonymous Subscription" : "Subscription \"" + name + "\"")
              + " must select only one top level field.");
    }
    if (!name.isEmpty() && !names.add(name)) {
      throw at(operation, "There can be only one operation named \"" + name + "\".");
    }
    variables(variables);
  }

  private void variables(List<Value> variables) throws GraphqlException {
    Set<String> seen = new HashSet<>();
    for (Value variable : variables) {
      if (!seen.add(variable.text("Variable"))) {
        throw at(
            variable,
            "There can be only one variable named \"$" + variable.text("Variable") + "\".");
      }
    }
    for (Value variable : variables) {
      Optional<Value> definition = schema.typeDefinition(variable);
      if (definition.isPresent() && !Schema.isInput(definition.get())) {
        throw at(
            variable,
            "Variable \"$"
                + variable.text("Variable")
                + "\" cannot be non-input type \""
                + Ast.typeText(Schema.typeOf(variable))
                + "\".");
      }
    }
  }

  /// Whether the fields an operation or fragment asks for can be put into one answer.
  void merging(Optional<Value> type, Value node) throws GraphqlException {
    merging.check(type, node);
  }

  private static GraphqlException at(Value node, String message) {
    return GraphqlException.at(Ast.place(node), message);
  }
}
