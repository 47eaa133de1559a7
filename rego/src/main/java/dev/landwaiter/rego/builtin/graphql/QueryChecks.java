package dev.landwaiter.rego.builtin.graphql;

import dev.landwaiter.base.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether a query fits a schema (GraphQL specification, section 5): walks through the document and
/// stops at the first rule broken, inner nodes before outer ones.
final class QueryChecks {
  private final Schema schema;
  private final List<Value> operations;
  private final List<Value> fragments;
  private final Map<String, Value> fragmentsByName = new HashMap<>();
  private final ValueRules values;
  private final ArgumentRules arguments;
  private final FieldRules fields;
  private final FragmentRules fragmentRules;
  private final OperationRules operationRules;

  /// Fragments walked through for the operation or fragment at hand.
  private final Set<String> walked = new HashSet<>();

  private QueryChecks(Schema schema, Value document) {
    this.schema = schema;
    this.operations = Ast.list(document, "Operations");
    this.fragments = Ast.list(document, "Fragments");
    fragments.forEach(f -> fragmentsByName.putIfAbsent(Ast.name(f), f));
    this.values = new ValueRules(schema);
    this.arguments = new ArgumentRules(schema, values);
    this.fields = new FieldRules(schema);
    this.fragmentRules = new FragmentRules(schema, fragmentsByName);
    this.operationRules =
        new OperationRules(schema, values, new FieldMerging(schema, fragmentsByName));
  }

  static void check(Schema schema, Value document) throws GraphqlException {
    new QueryChecks(schema, document).check();
  }

  private void check() throws GraphqlException {
    for (Value operation : operations) {
      walked.clear();
      values.enter(operation);
      operation(operation);
      values.leave();
    }
    for (Value fragment : fragments) {
      walked.clear();
      Optional<Value> type = schema.type(fragment.text("TypeCondition"));
      arguments.directives(fragment, "FRAGMENT_DEFINITION");
      selections(type, fragment);
      fragmentRules.fragment(fragment);
      operationRules.merging(type, fragment);
    }
  }

  private void operation(Value operation) throws GraphqlException {
    List<Value> variables = Ast.list(operation, "VariableDefinitions");
    for (Value variable : variables) {
      operationRules.knownType(variable);
    }
    for (Value variable : variables) {
      var initial = variable.get("DefaultValue");
      if (initial.isPresent()) {
        values.walk(initial.get(), new Expectation(variable.get("Type"), false));
      }
      arguments.directives(variable, "VARIABLE_DEFINITION");
    }
    String kind = operation.text("Operation").isEmpty() ? "query" : operation.text("Operation");
    Optional<Value> type = Optional.ofNullable(schema.roots().get(kind)).flatMap(schema::type);
    arguments.directives(operation, kind.toUpperCase(Locale.ROOT));
    selections(type, operation);
    operationRules.operation(operation, operations, type);
  }

  private void selections(Optional<Value> parent, Value node) throws GraphqlException {
    for (Value selection : Ast.list(node, "SelectionSet")) {
      if (isField(selection)) {
        field(parent, selection);
      } else if (isSpread(selection)) {
        spread(parent, selection);
      } else {
        inline(parent, selection);
      }
    }
  }

  static boolean isField(Value selection) {
    return selection.get("Alias").isPresent();
  }

  static boolean isSpread(Value selection) {
    return !isField(selection) && selection.get("Name").isPresent();
  }

  private void field(Optional<Value> parent, Value field) throws GraphqlException {
    Optional<Value> definition = fields.definition(parent, field);
    Optional<Value> type = definition.flatMap(schema::typeDefinition);
    arguments.walk(field, definition);
    arguments.directives(field, "FIELD");
    selections(type, field);
    fields.check(parent, field, definition);
  }

  private void inline(Optional<Value> parent, Value inline) throws GraphqlException {
    String condition = inline.text("TypeCondition");
    Optional<Value> type = condition.isEmpty() ? parent : schema.type(condition);
    arguments.directives(inline, "INLINE_FRAGMENT");
    selections(type, inline);
    fragmentRules.inline(parent, inline);
  }

  private void spread(Optional<Value> parent, Value spread) throws GraphqlException {
    String name = Ast.name(spread);
    Optional<Value> fragment = Optional.ofNullable(fragmentsByName.get(name));
    arguments.directives(spread, "FRAGMENT_SPREAD");
    // Once is enough, and fragments may spread themselves.
    if (fragment.isPresent() && walked.add(name)) {
      selections(schema.type(fragment.get().text("TypeCondition")), fragment.get());
    }
    fragmentRules.spread(parent, spread, fragment);
  }
}
