package dev.landwaiter.rego.builtin.schema;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.schema.Schema;

/// Rules for objects, other than those of single properties.
final class MemberRules {
  private final Validator validator;
  private final Schema.Members rules;

  MemberRules(Validator validator, Schema.Members rules) {
    this.validator = validator;
    this.rules = rules;
  }

  void check(ObjectValue object, String field, Findings findings) throws BuiltinException {
    if (rules.atLeast().isPresent() && object.size() < rules.atLeast().getAsInt()) {
      findings.add(
          "array_min_properties",
          field,
          "Must have at least " + rules.atLeast().getAsInt() + " properties");
    }
    if (rules.atMost().isPresent() && object.size() > rules.atMost().getAsInt()) {
      findings.add(
          "array_max_properties",
          field,
          "Must have at most " + rules.atMost().getAsInt() + " properties");
    }
    for (String name : rules.required()) {
      if (object.get(name).isPresent()) {
        findings.passed();
      } else {
        findings.add("required", field, name + " is required");
      }
    }
    for (int i = 0; i < object.size(); i++) {
      member(object.sortedKey(i).asText(), object.sortedValue(i), field, findings);
    }
    if (rules.names().isPresent()) {
      for (Value key : object.sortedKeys()) {
        name(rules.names().get(), key, field, findings);
      }
    }
    findings.passed();
  }

  private void member(String name, Value value, String field, Findings findings)
      throws BuiltinException {
    boolean matched = false;
    for (Schema.Named named : rules.patterns()) {
      if (named.pattern().matcher(name).find()) {
        matched = true;
        findings.addAll(validator.apart(named.schema(), value, Validator.below(field, name)));
      }
    }
    if (matched) {
      findings.passed();
    } else if (!rules.properties().containsKey(name)) {
      if (rules.additional().schema().isPresent()) {
        findings.addAll(
            validator.apart(
                rules.additional().schema().get(), value, Validator.below(field, name)));
      } else if (!rules.additional().allowed().orElse(true)) {
        findings.add(
            "additional_property_not_allowed",
            field,
            "Additional property " + name + " is not allowed");
      }
    }
  }

  private void name(Schema schema, Value key, String field, Findings findings)
      throws BuiltinException {
    Findings here = validator.apart(schema, key, field);
    if (!here.isEmpty()) {
      findings.add(
          "invalid_property_name",
          field,
          "Property name of \"" + key.asText() + "\" does not match");
      findings.addAll(here);
    }
  }
}
