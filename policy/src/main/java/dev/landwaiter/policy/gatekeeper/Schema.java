package dev.landwaiter.policy.gatekeeper;

import dev.landwaiter.base.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The shape of one value of a constraint's parameters: the part of OpenAPI that a custom resource
/// may use.
///
/// @param type `object`, `array`, `string`, `integer`, `number`, `boolean`, or empty for any
/// @param properties of an object by their names
/// @param additional the shape of all other members
/// @param items the shape of an array's elements
/// @param keepsUnknown whether members that no property names are kept
/// @param standard what stands for a missing value
/// @param rules `required`, `enum`, `minimum`, `pattern` and the like, as the schema has them
public record Schema(
    String type,
    Map<String, Schema> properties,
    Optional<Schema> additional,
    Optional<Schema> items,
    boolean keepsUnknown,
    Optional<Value> standard,
    Value rules) {
  public Schema {
    properties = Map.copyOf(properties);
  }

  /// The required members, in their order.
  public List<String> required() {
    return rules.get("required").map(Value::elements).orElse(List.of()).stream()
        .map(Value::asText)
        .toList();
  }

  public boolean isNullable() {
    return rules.get("nullable").filter(Value.of(true)::equals).isPresent();
  }
}
