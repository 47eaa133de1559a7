package dev.landwaiter.policy.gatekeeper.read;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads schemas and refuses those that are not structural: a type at every level, and nothing that
/// a custom resource may not have.
final class SchemaReader {
  private static final int DEPTH = 100;

  private static final Set<String> TYPES =
      Set.of("array", "boolean", "integer", "number", "object", "string");

  private final boolean keeping;
  private final List<String> wrong = new ArrayList<>();

  private SchemaReader(boolean keeping) {
    this.keeping = keeping;
  }

  /// Reads a schema.
  ///
  /// @param path for messages, such as `spec.validation.openAPIV3Schema`
  /// @param keeping whether objects keep members they do not name, as legacy schemas do
  static Schema read(Value schema, String path, boolean keeping) throws RefusedException {
    var reader = new SchemaReader(keeping);
    Schema read = reader.schema(schema, path, "object fields", 0);
    if (!reader.wrong.isEmpty()) {
      throw new RefusedException(
          reader.wrong.size() == 1
              ? reader.wrong.getFirst()
              : "[" + String.join(", ", reader.wrong) + "]");
    }
    return read;
  }

  /// Reads a schema that stands inside a condition, where types may be left out.
  static Schema loose(Value schema) {
    try {
      return new SchemaReader(true).schema(schema, "", "", 0);
    } catch (RefusedException e) {
      throw new IllegalStateException("the schema around it was read", e);
    }
  }

  private Schema schema(Value schema, String path, String level, int depth)
      throws RefusedException {
    if (depth > DEPTH) {
      throw new RefusedException(path + ": nested deeper than " + DEPTH);
    }
    String type = schema.text("type");
    boolean intOrString = isTrue(schema, "x-kubernetes-int-or-string");
    boolean keeps =
        isTrue(schema, "x-kubernetes-preserve-unknown-fields")
            || (keeping && (type.isEmpty() || type.equals("object")));
    if (type.isEmpty() && !intOrString && !keeps) {
      wrong.add(path + ".type: Required value: must not be empty for specified " + level);
    } else if (!type.isEmpty() && !TYPES.contains(type)) {
      wrong.add(
          "%s.type: Unsupported value: \"%s\": supported values: \"array\", \"boolean\", \"integer\", \"number\", \"object\", \"string\""
              .formatted(path, type));
    }
    checkForbidden(schema, path, type);
    Map<String, Schema> properties = new TreeMap<>();
    for (Map.Entry<Value, Value> property :
        schema.get("properties").orElse(ObjectValue.EMPTY).members().entrySet()) {
      String name = property.getKey().asText();
      properties.put(
          name,
          schema(
              property.getValue(), path + ".properties[" + name + "]", "object fields", depth + 1));
    }
    Optional<Schema> additional = Optional.empty();
    if (schema.get("additionalProperties").orElse(null) instanceof ObjectValue each) {
      additional =
          Optional.of(schema(each, path + ".additionalProperties", "object fields", depth + 1));
    }
    Optional<Schema> items = Optional.empty();
    if (schema.get("items").orElse(null) instanceof ObjectValue each) {
      items = Optional.of(schema(each, path + ".items", "array items", depth + 1));
    }
    return new Schema(type, properties, additional, items, keeps, schema.get("default"), schema);
  }

  private void checkForbidden(Value schema, String path, String type) {
    if (type.equals("array") && schema.get("items").isEmpty()) {
      wrong.add(path + ".items: Required value: must be specified");
    }
    if (schema.get("additionalProperties").isPresent() && schema.get("properties").isPresent()) {
      wrong.add(
          path
              + ".additionalProperties: Forbidden: additionalProperties and properties are mutual"
              + " exclusive");
    }
    if (schema.get("additionalProperties").filter(Value.of(false)::equals).isPresent()) {
      wrong.add(
          path + ".additionalProperties: Forbidden: additionalProperties cannot be set to false");
    }
    if (isTrue(schema, "uniqueItems")) {
      wrong.add(
          path
              + ".uniqueItems: Forbidden: uniqueItems cannot be set to true since the runtime"
              + " complexity becomes quadratic");
    }
    if (schema.get("$ref").isPresent()) {
      wrong.add(path + ".$ref: Forbidden: $ref is not supported");
    }
  }

  static boolean isTrue(Value schema, String name) {
    return schema.get(name).filter(Value.of(true)::equals).isPresent();
  }
}
