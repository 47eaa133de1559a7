package dev.landwaiter.rego.builtin.graphql;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Puts the definitions of a document together with those every schema has, and checks them.
final class SchemaAssembly {
  private static final Set<String> STANDARD_DIRECTIVES =
      Set.of("include", "skip", "deprecated", "specifiedBy", "defer", "oneOf");

  private final Map<String, Value> types = new TreeMap<>();
  private final Map<String, Value> directives = new TreeMap<>();
  private final Map<String, Set<String>> possible = new HashMap<>();
  private final Map<String, String> roots = new HashMap<>();

  /// The schema of a document.
  static Schema build(Value document) throws GraphqlException {
    return new SchemaAssembly().schema(document);
  }

  private Schema schema(Value document) throws GraphqlException {
    Value prelude = new SchemaParser(Prelude.TEXT, true).document();
    define(prelude);
    define(document);
    for (Value extension : Ast.list(document, "Extensions")) {
      extend(extension);
    }
    types.values().forEach(this::addPossible);
    defineDirectives(prelude);
    defineDirectives(document);
    var schema = new Schema(types, directives, possible, roots);
    var checks = new SchemaChecks(schema);
    List<Value> entries = Ast.list(document, "Schema");
    if (entries.size() > 1) {
      throw GraphqlException.at(
          Ast.place(entries.get(1)),
          "Cannot have multiple schema entry points, consider schema extensions instead.");
    }
    for (Value entry : entries) {
      enter(entry, checks);
    }
    for (Value extension : Ast.list(document, "SchemaExtension")) {
      enter(extension, checks);
    }
    checks.check();
    if (entries.isEmpty()) {
      root("query", "Query");
      root("mutation", "Mutation");
      root("subscription", "Subscription");
    }
    addIntrospection();
    return schema;
  }

  private void root(String operation, String type) {
    if (types.containsKey(type)) {
      roots.putIfAbsent(operation, type);
    }
  }

  private void define(Value document) throws GraphqlException {
    for (Value definition : Ast.list(document, "Definitions")) {
      if (types.put(Ast.name(definition), definition) != null) {
        throw GraphqlException.at(
            Ast.place(definition), "Cannot redeclare type " + Ast.name(definition) + ".");
      }
    }
  }

  private void defineDirectives(Value document) throws GraphqlException {
    for (Value directive : Ast.list(document, "Directives")) {
      String name = Ast.name(directive);
      if (directives.put(name, directive) != null && !STANDARD_DIRECTIVES.contains(name)) {
        throw GraphqlException.at(Ast.place(directive), "Cannot redeclare directive " + name + ".");
      }
    }
  }

  private void extend(Value extension) throws GraphqlException {
    Value base = types.get(Ast.name(extension));
    if (base == null) {
      types.put(Ast.name(extension), extension);
      return;
    }
    if (!Schema.kind(base).equals(Schema.kind(extension))) {
      throw GraphqlException.at(
          Ast.place(extension),
          "Cannot extend type "
              + Ast.name(extension)
              + " because the base type is a "
              + Schema.kind(base)
              + ", not "
              + Schema.kind(extension)
              + ".");
    }
    var merged = new ObjectValue.Draft();
    base.members().forEach(merged::put);
    for (String part : List.of("Directives", "Interfaces", "Fields", "Types", "EnumValues")) {
      List<Value> all = new ArrayList<>(Ast.list(base, part));
      all.addAll(Ast.list(extension, part));
      merged.put(new StringValue(part), new ArrayValue(all));
    }
    types.put(Ast.name(extension), merged.finish());
  }

  private void addPossible(Value definition) {
    String name = Ast.name(definition);
    if (Schema.kind(definition).equals("UNION")) {
      Ast.list(definition, "Types").forEach(type -> addPossible(name, type.asText()));
    } else {
      Ast.list(definition, "Interfaces").forEach(type -> addPossible(type.asText(), name));
    }
    if (Schema.kind(definition).equals("OBJECT")) {
      addPossible(name, name);
    }
  }

  private void addPossible(String type, String object) {
    possible.computeIfAbsent(type, _ -> new LinkedHashSet<>()).add(object);
  }

  private void enter(Value entry, SchemaChecks checks) throws GraphqlException {
    for (Value operation : Ast.list(entry, "OperationTypes")) {
      String type = operation.text("Type");
      if (!types.containsKey(type)) {
        throw GraphqlException.at(
            Ast.place(operation),
            "Schema root "
                + operation.text("Operation")
                + " refers to a type "
                + type
                + " that does not exist.");
      }
      roots.put(operation.text("Operation"), type);
    }
    checks.directives(Ast.list(entry, "Directives"), "SCHEMA", "");
  }

  /// Every query can ask for the schema.
  private void addIntrospection() throws GraphqlException {
    String query = roots.get("query");
    if (query == null) {
      return;
    }
    Value base = types.getOrDefault(query, ObjectValue.EMPTY);
    Value extra =
        new SchemaParser("type Q { __schema: __Schema! __type(name: String!): __Type }", true)
            .document();
    List<Value> fields = new ArrayList<>(Ast.list(base, "Fields"));
    fields.addAll(Ast.list(Ast.list(extra, "Definitions").getFirst(), "Fields"));
    var merged = new ObjectValue.Draft();
    base.members().forEach(merged::put);
    merged.put(new StringValue("Fields"), new ArrayValue(fields));
    types.put(query, merged.finish());
  }
}
