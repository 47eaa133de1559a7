package dev.landwaiter.policy.gatekeeper.read;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Schema;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The shape of constraints: what all have in common, with the parameters of one template
/// (reference 5.3 and 7.1).
final class ConstraintSchema {
  private static final String SELECTOR =
      """
      {"type": "object", "properties": {
        "matchLabels": {"type": "object", "additionalProperties": {"type": "string"}},
        "matchExpressions": {"type": "array", "items": {
          "type": "object", "required": ["key", "operator"], "properties": {
            "key": {"type": "string"},
            "operator": {"type": "string"},
            "values": {"type": "array", "items": {"type": "string"}}}}}}}
      """;

  private static final String COMMON =
      """
      {"type": "object", "properties": {
        "apiVersion": {"type": "string"},
        "kind": {"type": "string"},
        "metadata": {"type": "object", "x-kubernetes-preserve-unknown-fields": true,
          "properties": {"name": {"type": "string", "maxLength": 63}}},
        "status": {"type": "object", "x-kubernetes-preserve-unknown-fields": true},
        "spec": {"type": "object", "properties": {
          "enforcementAction": {"type": "string"},
          "scopedEnforcementActions": {"type": "array", "items": {
            "type": "object", "properties": {
              "action": {"type": "string"},
              "enforcementPoints": {"type": "array", "items": {
                "type": "object", "properties": {"name": {"type": "string"}}}}}}},
          "match": {"type": "object", "properties": {
            "kinds": {"type": "array", "items": {"type": "object", "properties": {
              "apiGroups": {"type": "array", "items": {"type": "string"}},
              "kinds": {"type": "array", "items": {"type": "string"}}}}},
            "scope": {"type": "string"},
            "namespaces": {"type": "array", "items": {"type": "string", "pattern": "GLOB"}},
            "excludedNamespaces": {"type": "array", "items": {"type": "string", "pattern": "GLOB"}},
            "labelSelector": SELECTOR,
            "namespaceSelector": SELECTOR,
            "name": {"type": "string", "pattern": "GLOB"},
            "source": {"type": "string", "enum": ["All", "Generated", "Original"]}}}}}}}
      """
          .replace("GLOB", "^\\\\*?[-:a-z0-9]*\\\\*?$")
          .replace("SELECTOR", SELECTOR);

  private static final Schema SHAPE = common();

  private ConstraintSchema() {}

  static Schema with(Optional<Schema> parameters) {
    Schema spec = SHAPE.properties().get("spec");
    if (spec == null) {
      throw new IllegalStateException("constraints have a spec");
    }
    Map<String, Schema> members = new TreeMap<>(spec.properties());
    parameters.ifPresent(schema -> members.put("parameters", schema));
    Map<String, Schema> all = new TreeMap<>(SHAPE.properties());
    all.put("spec", replaced(spec, members));
    return replaced(SHAPE, all);
  }

  private static Schema replaced(Schema schema, Map<String, Schema> properties) {
    return new Schema(
        schema.type(),
        properties,
        schema.additional(),
        schema.items(),
        schema.keepsUnknown(),
        schema.standard(),
        schema.rules());
  }

  private static Schema common() {
    try {
      Value text = Json.parse("constraint.json", COMMON);
      return SchemaReader.read(text, "", false);
    } catch (FormatException | RefusedException e) {
      throw new IllegalStateException("the shape of constraints is our own", e);
    }
  }
}
