package dev.landwaiter.rego.builtin.schema;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.SetValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Surroundings;
import dev.landwaiter.rego.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds a document against a schema (reference: 13.10). Members of objects are looked at in their
/// order.
final class Validator {
  /// How deep schemas may lead into each other.
  private static final int DEPTH = 1_000;

  static final String ROOT = "(Root)";

  private final Surroundings surroundings;
  private int depth;

  Validator(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  Findings validate(Schema schema, Value value) throws BuiltinException {
    return apart(schema, value, ROOT);
  }

  /// What one schema finds by itself.
  Findings apart(Schema schema, Value value, String field) throws BuiltinException {
    var findings = new Findings();
    check(schema, value, field, findings);
    return findings;
  }

  static String below(String field, String name) {
    return field.equals(ROOT) ? name : field + "." + name;
  }

  void check(Schema schema, Value value, String field, Findings findings) throws BuiltinException {
    surroundings.check();
    if (++depth > DEPTH) {
      throw BuiltinException.failure("schemas lead into each other more than " + DEPTH + " times");
    }
    try {
      if (schema.always().isPresent()) {
        if (!schema.always().get()) {
          findings.add("false", field, "False always fails validation");
        }
      } else if (schema.reference().isPresent()) {
        check(schema.reference().get().target(), value, field, findings);
      } else if (isOfType(schema.types(), value, field, findings)) {
        new BranchRules(this, schema.branches()).check(value, field, findings);
        members(schema, value, field, findings);
        findings.passed();
      }
    } finally {
      depth--;
    }
  }

  private static boolean isOfType(
      List<String> types, Value value, String field, Findings findings) {
    String given = kind(value);
    if (types.isEmpty()
        || types.contains(given)
        || (given.equals("integer") && types.contains("number"))) {
      return true;
    }
    String expected = types.size() == 1 ? types.getFirst() : "[" + String.join(",", types) + "]";
    findings.add(
        "invalid_type", field, "Invalid type. Expected: " + expected + ", given: " + given);
    return false;
  }

  private static String kind(Value value) {
    return switch (value) {
      case NullValue _ -> "null";
      case BooleanValue _ -> "boolean";
      case NumberValue number -> Numbers.isInteger(number) ? "integer" : "number";
      case StringValue _ -> "string";
      case ArrayValue _, SetValue _ -> "array";
      case ObjectValue _ -> "object";
    };
  }

  private void members(Schema schema, Value value, String field, Findings findings)
      throws BuiltinException {
    dependencies(schema.members(), value, field, findings);
    switch (value) {
      case NumberValue number -> {
        Numbers.check(schema.numbers(), number, field, findings);
        WholeRules.check(schema.whole(), value, field, findings);
      }
      case StringValue text -> {
        WholeRules.check(schema.whole(), value, field, findings);
        Texts.check(schema.texts(), text.text(), field, findings);
      }
      case ArrayValue array -> {
        new ElementRules(this, schema.elements()).check(array, field, findings);
        WholeRules.check(schema.whole(), value, field, findings);
      }
      case ObjectValue object -> {
        new MemberRules(this, schema.members()).check(object, field, findings);
        WholeRules.check(schema.whole(), value, field, findings);
        for (Map.Entry<String, Schema> one : schema.members().properties().entrySet()) {
          Optional<Value> member = object.get(one.getKey());
          if (member.isPresent()) {
            check(one.getValue(), member.get(), below(field, one.getKey()), findings);
          }
        }
      }
      case NullValue _, BooleanValue _, SetValue _ ->
          WholeRules.check(schema.whole(), value, field, findings);
    }
  }

  private void dependencies(Schema.Members rules, Value value, String field, Findings findings)
      throws BuiltinException {
    if (rules.dependencies().isEmpty() || !(value instanceof ObjectValue object)) {
      return;
    }
    for (Value key : object.sortedKeys()) {
      Schema.Dependency dependency = rules.dependencies().get(key.asText());
      if (dependency == null) {
        continue;
      }
      for (String name : dependency.names()) {
        if (object.get(name).isEmpty()) {
          findings.add("missing_dependency", field, "Has a dependency on " + name);
        }
      }
      if (dependency.schema().isPresent()) {
        check(dependency.schema().get(), value, field, findings);
      }
    }
  }
}
