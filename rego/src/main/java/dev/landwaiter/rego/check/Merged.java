package dev.landwaiter.rego.check;

import dev.landwaiter.rego.schema.Schema;
import dev.landwaiter.rego.schema.SchemaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What of a schema matters for types; several that all hold become one.
record Merged(
    Optional<Schema.Reference> reference,
    List<String> types,
    List<Property> properties,
    List<Schema> items,
    boolean single,
    List<Schema> anyOf,
    List<Schema> allOf) {

  /// A member and its schema.
  record Property(String name, Schema schema) {}

  static Merged of(Schema schema) {
    var properties = new ArrayList<Property>();
    for (Map.Entry<String, Schema> one : schema.members().properties().entrySet()) {
      properties.add(new Property(one.getKey(), one.getValue()));
    }
    return new Merged(
        schema.reference(),
        schema.types(),
        properties,
        schema.elements().items(),
        schema.elements().single(),
        schema.branches().anyOf(),
        schema.branches().allOf());
  }

  Merged withoutAnyOf() {
    return new Merged(reference, types, properties, items, single, List.of(), allOf);
  }

  /// The schemas of `allOf` and this one's own rules as one schema.
  Merged allTogether() throws SchemaException {
    Merged all = typed(of(allOf.getFirst()));
    for (Schema next : allOf.subList(1, allOf.size())) {
      all = all.and(typed(of(next)));
    }
    if (types.isEmpty()) {
      return all;
    }
    var own = new Merged(reference, types, properties, items, single, List.of(), List.of());
    if ((types.contains("object") && all.types.contains("object"))
        || (types.contains("array") && all.types.contains("array"))) {
      return all.and(typed(own));
    } else if (!text(types).equals(text(all.types))) {
      throw new SchemaException("unable to merge these schemas");
    }
    return all;
  }

  /// With the type that its rules speak of.
  private static Merged typed(Merged one) {
    String type = !one.properties.isEmpty() ? "object" : one.items.isEmpty() ? "" : "array";
    if (type.isEmpty() || one.types.contains(type)) {
      return one;
    }
    var types = new ArrayList<>(one.types);
    types.add(type);
    return new Merged(
        one.reference, types, one.properties, one.items, one.single, one.anyOf, one.allOf);
  }

  private static String text(List<String> types) {
    return types.size() == 1 ? types.getFirst() : "[" + String.join(",", types) + "]";
  }

  private Merged and(Merged other) throws SchemaException {
    if (!text(types).equals(text(other.types))) {
      throw new SchemaException(
          "unable to merge these schemas: type mismatch: "
              + text(types)
              + " and "
              + text(other.types));
    }
    if (types.contains("object") && !properties.isEmpty() && !other.properties.isEmpty()) {
      var both = new ArrayList<>(properties);
      both.addAll(other.properties);
      return new Merged(reference, types, both, items, single, anyOf, allOf);
    } else if (types.contains("array") && !items.isEmpty() && !other.items.isEmpty()) {
      var both = new ArrayList<>(items);
      for (int i = 0; i < other.items.size(); i++) {
        if (i >= both.size()) {
          both.add(other.items.get(i));
        } else if (!text(both.get(i).types()).equals(text(other.items.get(i).types()))) {
          throw new SchemaException("unable to merge these schemas");
        }
      }
      return new Merged(reference, types, properties, both, single, anyOf, allOf);
    }
    return this;
  }
}
