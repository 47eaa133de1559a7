package dev.landwaiter.policy.schema;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Kinds that CustomResourceDefinitions add, from their structural schemas (Kubernetes API,
/// `apiextensions.k8s.io/v1`).
public final class CustomKinds {
  private static final int DEEPEST = 100;

  private static final List<String> EVERYWHERE = List.of("apiVersion", "kind", "metadata");

  private final Map<String, StructureType> kinds = new HashMap<>();

  /// Takes in the kinds of a definition; anything else is left alone.
  ///
  /// @param object of any kind
  /// @return whether it was a definition
  public boolean add(Value object) {
    if (!text(object, "kind").equals("CustomResourceDefinition")) {
      return false;
    }
    Optional<Value> spec = member(object, "spec");
    String group = spec.map(value -> text(value, "group")).orElse("");
    String kind =
        spec.flatMap(value -> member(value, "names")).map(value -> text(value, "kind")).orElse("");
    Optional<Value> shared =
        spec.flatMap(value -> member(value, "validation"))
            .flatMap(value -> member(value, "openAPIV3Schema"));
    for (Value version : spec.map(value -> list(value, "versions")).orElse(List.of())) {
      Optional<Value> schema =
          member(version, "schema")
              .flatMap(value -> member(value, "openAPIV3Schema"))
              .or(() -> shared);
      kinds.put(
          group + "/" + text(version, "name") + " " + kind,
          schema.map(value -> root(type(value, 0))).orElse(StructureType.Scalar.ANY_OBJECT));
    }
    return true;
  }

  /// The structure of a kind that was added.
  public Optional<StructureType> find(String apiVersion, String kind) {
    return Optional.ofNullable(kinds.get(apiVersion + " " + kind));
  }

  private static StructureType root(StructureType type) {
    if (!(type instanceof StructureType.Fields fields)) {
      return type;
    }
    Map<String, StructureType> members = new HashMap<>(fields.members());
    EVERYWHERE.forEach(name -> members.putIfAbsent(name, StructureType.Scalar.ANYTHING));
    return new StructureType.Fields(members, fields.required(), fields.open());
  }

  private static StructureType type(Value schema, int depth) {
    if (depth > DEEPEST || set(schema, "x-kubernetes-embedded-resource")) {
      return StructureType.Scalar.ANYTHING;
    }
    if (set(schema, "x-kubernetes-int-or-string")) {
      return StructureType.Scalar.TEXT_OR_WHOLE_NUMBER;
    }
    return switch (text(schema, "type")) {
      case "string" -> StructureType.Scalar.TEXT;
      case "integer" -> StructureType.Scalar.WHOLE_NUMBER;
      case "number" -> StructureType.Scalar.NUMBER;
      case "boolean" -> StructureType.Scalar.FLAG;
      case "array" ->
          new StructureType.ListOf(
              member(schema, "items")
                  .map(items -> type(items, depth + 1))
                  .orElse(StructureType.Scalar.ANYTHING));
      case "object" -> object(schema, depth);
      default -> StructureType.Scalar.ANYTHING;
    };
  }

  private static StructureType object(Value schema, int depth) {
    boolean open = set(schema, "x-kubernetes-preserve-unknown-fields");
    Optional<Value> others = member(schema, "additionalProperties");
    if (others.isPresent()) {
      return others.get() instanceof ObjectValue && !open
          ? new StructureType.MapOf(type(others.get(), depth + 1))
          : StructureType.Scalar.ANY_OBJECT;
    }
    Map<String, StructureType> members = new HashMap<>();
    if (member(schema, "properties").orElse(ObjectValue.EMPTY) instanceof ObjectValue properties) {
      for (int i = 0; i < properties.size(); i++) {
        if (properties.keyAt(i) instanceof StringValue name) {
          members.put(name.text(), type(properties.valueAt(i), depth + 1));
        }
      }
    }
    List<String> required = new ArrayList<>();
    for (Value name : list(schema, "required")) {
      if (name instanceof StringValue text) {
        required.add(text.text());
      }
    }
    return new StructureType.Fields(members, required, open);
  }

  private static boolean set(Value value, String name) {
    return member(value, name).filter(BooleanValue.TRUE::equals).isPresent();
  }

  private static Optional<Value> member(Value value, String name) {
    return value instanceof ObjectValue object ? object.get(name) : Optional.empty();
  }

  private static String text(Value value, String name) {
    return member(value, name).orElse(ObjectValue.EMPTY) instanceof StringValue text
        ? text.text()
        : "";
  }

  private static List<Value> list(Value value, String name) {
    return member(value, name).orElse(ObjectValue.EMPTY) instanceof ArrayValue array
        ? array.elements()
        : List.of();
  }
}
