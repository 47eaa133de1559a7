package dev.landwaiter.rego.builtin.graphql;

import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Whether fields that answer under one name ask for the same (GraphQL specification, section
/// 5.3.2).
final class FieldMerging {
  /// So many pairs of fields are compared in one document.
  private static final int PAIRS = 200_000;

  private final Schema schema;
  private final Map<String, Value> fragments;
  private int pairs;

  FieldMerging(Schema schema, Map<String, Value> fragments) {
    this.schema = schema;
    this.fragments = fragments;
  }

  /// A field with the type it is asked of.
  private record Asked(Value field, Optional<Value> parent, Optional<Value> definition) {}

  /// Why two fields conflict, and where the second stands.
  private record Conflict(String reason, Value at) {}

  void check(Optional<Value> type, Value node) throws GraphqlException {
    Map<String, List<Asked>> fields = new LinkedHashMap<>();
    collect(type, node, fields, new HashSet<>());
    Optional<Map.Entry<String, Conflict>> found = conflict(fields, false);
    if (found.isPresent()) {
      throw GraphqlException.at(
          Ast.place(found.get().getValue().at),
          "Fields \""
              + found.get().getKey()
              + "\" conflict because "
              + found.get().getValue().reason
              + ". Use different aliases on the fields to fetch both if this was intentional.");
    }
  }

  private void collect(
      Optional<Value> type, Value node, Map<String, List<Asked>> fields, Set<String> seen) {
    for (Value selection : Ast.list(node, "SelectionSet")) {
      if (QueryChecks.isField(selection)) {
        Optional<Value> definition = type.flatMap(t -> Schema.field(t, Ast.name(selection)));
        fields
            .computeIfAbsent(selection.text("Alias"), _ -> new ArrayList<>())
            .add(new Asked(selection, type, definition));
      } else if (QueryChecks.isSpread(selection)) {
        Value fragment = fragments.get(Ast.name(selection));
        if (fragment != null && seen.add(Ast.name(selection))) {
          collect(schema.type(fragment.text("TypeCondition")), fragment, fields, seen);
        }
      } else {
        String condition = selection.text("TypeCondition");
        collect(condition.isEmpty() ? type : schema.type(condition), selection, fields, seen);
      }
    }
  }

  private Optional<Map.Entry<String, Conflict>> conflict(
      Map<String, List<Asked>> fields, boolean exclusive) throws GraphqlException {
    for (var entry : fields.entrySet()) {
      List<Asked> same = entry.getValue();
      for (int i = 0; i < same.size(); i++) {
        for (int j = i + 1; j < same.size(); j++) {
          Optional<Conflict> conflict = conflict(same.get(i), same.get(j), exclusive);
          if (conflict.isPresent()) {
            return Optional.of(Map.entry(entry.getKey(), conflict.get()));
          }
        }
      }
      if (same.size() == 1) {
        // A field on its own may hold a conflict inside.
        var inner = conflict(inside(same), exclusive);
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    return Optional.empty();
  }

  private Map<String, List<Asked>> inside(List<Asked> same) {
    Map<String, List<Asked>> fields = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (Asked asked : same) {
      collect(asked.definition.flatMap(schema::typeDefinition), asked.field, fields, seen);
    }
    return fields;
  }

  private Optional<Conflict> conflict(Asked left, Asked right, boolean exclusive)
      throws GraphqlException {
    if (++pairs > PAIRS) {
      throw GraphqlException.at(
          Ast.place(right.field), "More than " + PAIRS + " pairs of fields to compare");
    }
    boolean never = exclusive || excludeEachOther(left.parent, right.parent);
    if (!never) {
      String a = Ast.name(left.field);
      String b = Ast.name(right.field);
      if (!a.equals(b)) {
        return Optional.of(
            new Conflict("\"" + a + "\" and \"" + b + "\" are different fields", right.field));
      }
      if (!sameArguments(left.field, right.field)) {
        return Optional.of(new Conflict("they have differing arguments", right.field));
      }
    }
    if (left.definition.isPresent() && right.definition.isPresent()) {
      Value a = Schema.typeOf(left.definition.get());
      Value b = Schema.typeOf(right.definition.get());
      if (differ(a, b)) {
        return Optional.of(
            new Conflict(
                "they return conflicting types \""
                    + Ast.typeText(a)
                    + "\" and \""
                    + Ast.typeText(b)
                    + "\"",
                right.field));
      }
    }
    var inner = conflict(inside(List.of(left, right)), never);
    return inner.map(found ->
        new Conflict(
            "subfields \"" + found.getKey() + "\" conflict because " + found.getValue().reason,
            right.field));
  }

  private static boolean excludeEachOther(Optional<Value> left, Optional<Value> right) {
    return left.isPresent()
        && right.isPresent()
        && !Ast.name(left.get()).equals(Ast.name(right.get()))
        && Schema.kind(left.get()).equals("OBJECT")
        && Schema.kind(right.get()).equals("OBJECT");
  }

  private static boolean sameArguments(Value left, Value right) {
    List<Value> a = Schema.arguments(left);
    List<Value> b = Schema.arguments(right);
    if (a.size() != b.size()) {
      return false;
    }
    for (Value argument : a) {
      var other = Ast.named(b, Ast.name(argument));
      if (other.isEmpty()
          || !Objects.equals(
              argument.get("Value").map(Ast::pruned), other.get().get("Value").map(Ast::pruned))) {
        return false;
      }
    }
    return true;
  }

  private boolean differ(Value left, Value right) {
    var a = left.get("Elem");
    var b = right.get("Elem");
    if (a.isPresent() != b.isPresent() || Ast.flag(left, "NonNull") != Ast.flag(right, "NonNull")) {
      return true;
    }
    if (a.isPresent()) {
      return differ(a.get(), b.orElseThrow());
    }
    var first = schema.type(left.text("NamedType"));
    var second = schema.type(right.text("NamedType"));
    boolean leaf =
        first.filter(Schema::isLeaf).isPresent() || second.filter(Schema::isLeaf).isPresent();
    return leaf && !left.text("NamedType").equals(right.text("NamedType"));
  }
}
