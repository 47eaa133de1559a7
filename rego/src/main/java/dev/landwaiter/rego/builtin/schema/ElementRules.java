package dev.landwaiter.rego.builtin.schema;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.schema.Schema;
import java.util.List;
import java.util.Optional;

/// Rules for arrays.
final class ElementRules {
  private final Validator validator;
  private final Schema.Elements rules;

  ElementRules(Validator validator, Schema.Elements rules) {
    this.validator = validator;
    this.rules = rules;
  }

  void check(ArrayValue array, String field, Findings findings) throws BuiltinException {
    int size = array.size();
    List<Schema> items = rules.items();
    if (rules.single()) {
      for (int i = 0; i < size; i++) {
        element(items.getFirst(), array, i, field, findings);
      }
    } else if (!items.isEmpty()) {
      for (int i = 0; i < Math.min(items.size(), size); i++) {
        element(items.get(i), array, i, field, findings);
      }
      further(array, field, findings);
    }
    if (rules.atLeast().isPresent() && size < rules.atLeast().getAsInt()) {
      findings.add(
          "array_min_items",
          field,
          "Array must have at least " + rules.atLeast().getAsInt() + " items");
    }
    if (rules.atMost().isPresent() && size > rules.atMost().getAsInt()) {
      findings.add(
          "array_max_items",
          field,
          "Array must have at most " + rules.atMost().getAsInt() + " items");
    }
    if (rules.unique()) {
      unique(array, field, findings);
    }
    if (rules.contains().isPresent()) {
      contains(rules.contains().get(), array, field, findings);
    }
    findings.passed();
  }

  private void element(Schema schema, ArrayValue array, int at, String field, Findings findings)
      throws BuiltinException {
    findings.addAll(
        validator.apart(schema, array.at(at), Validator.below(field, Integer.toString(at))));
  }

  private void further(ArrayValue array, String field, Findings findings) throws BuiltinException {
    int known = rules.items().size();
    if (known >= array.size()) {
      return;
    }
    if (rules.additional().schema().isPresent()) {
      for (int i = known; i < array.size(); i++) {
        element(rules.additional().schema().get(), array, i, field, findings);
      }
    } else if (!rules.additional().allowed().orElse(true)) {
      findings.add("array_no_additional_items", field, "No additional items allowed on array");
    }
  }

  private static void unique(ArrayValue array, String field, Findings findings) {
    var seen = new ObjectValue.Draft();
    for (int i = 0; i < array.size(); i++) {
      Value before = seen.put(array.at(i), Value.of(i));
      if (before != null) {
        findings.add("unique", field, "array items[" + before + "," + i + "] must be unique");
      }
    }
  }

  private void contains(Schema schema, ArrayValue array, String field, Findings findings)
      throws BuiltinException {
    Optional<Findings> best = Optional.empty();
    for (int i = 0; i < array.size(); i++) {
      Findings here =
          validator.apart(schema, array.at(i), Validator.below(field, Integer.toString(i)));
      if (here.isEmpty()) {
        return;
      }
      if (best.isEmpty() || here.score() > best.get().score()) {
        best = Optional.of(here);
      }
    }
    findings.add("contains", field, "At least one of the items must match");
    best.ifPresent(findings::addAll);
  }
}
