package dev.landwaiter.rego.builtin.schema;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.schema.Schema;
import java.util.List;
import java.util.Optional;

/// Schemas a value is held against as a whole: any, one, all or none of several, and conditions.
final class BranchRules {
  private final Validator validator;
  private final Schema.Branches rules;

  BranchRules(Validator validator, Schema.Branches rules) {
    this.validator = validator;
    this.rules = rules;
  }

  void check(Value value, String field, Findings findings) throws BuiltinException {
    any(value, field, findings);
    one(value, field, findings);
    all(value, field, findings);
    if (rules.not().isPresent() && validator.apart(rules.not().get(), value, field).isEmpty()) {
      findings.add("number_not", field, "Must not validate the schema (not)");
    }
    condition(value, field, findings);
    findings.passed();
  }

  private void any(Value value, String field, Findings findings) throws BuiltinException {
    Optional<Findings> best = Optional.empty();
    for (Schema schema : rules.anyOf()) {
      Findings here = validator.apart(schema, value, field);
      if (here.isEmpty()) {
        return;
      }
      best = nearer(best, here);
    }
    if (!rules.anyOf().isEmpty()) {
      findings.add("number_any_of", field, "Must validate at least one schema (anyOf)");
      best.ifPresent(findings::addAll);
    }
  }

  private static Optional<Findings> nearer(Optional<Findings> best, Findings here) {
    return best.isEmpty() || here.score() > best.get().score() ? Optional.of(here) : best;
  }

  private void one(Value value, String field, Findings findings) throws BuiltinException {
    Optional<Findings> best = Optional.empty();
    int valid = 0;
    for (Schema schema : rules.oneOf()) {
      Findings here = validator.apart(schema, value, field);
      if (here.isEmpty()) {
        valid++;
      } else if (valid == 0) {
        best = nearer(best, here);
      }
    }
    if (!rules.oneOf().isEmpty() && valid != 1) {
      findings.add("number_one_of", field, "Must validate one and only one schema (oneOf)");
      if (valid == 0) {
        best.ifPresent(findings::addAll);
      }
    }
  }

  private void all(Value value, String field, Findings findings) throws BuiltinException {
    List<Schema> schemas = rules.allOf();
    var wrong = new Findings();
    boolean valid = true;
    for (Schema schema : schemas) {
      Findings here = validator.apart(schema, value, field);
      valid &= here.isEmpty();
      if (!here.isEmpty()) {
        wrong.addAll(here);
      }
    }
    if (!valid) {
      findings.add("number_all_of", field, "Must validate all the schemas (allOf)");
      findings.addAll(wrong);
    }
  }

  private void condition(Value value, String field, Findings findings) throws BuiltinException {
    if (rules.condition().isEmpty()) {
      return;
    }
    boolean holds = validator.apart(rules.condition().get(), value, field).isEmpty();
    Optional<Schema> next = holds ? rules.then() : rules.otherwise();
    if (next.isPresent()) {
      Findings here = validator.apart(next.get(), value, field);
      if (!here.isEmpty()) {
        findings.add(
            holds ? "condition_then" : "condition_else",
            field,
            holds
                ? "Must validate \"then\" as \"if\" was valid"
                : "Must validate \"else\" as \"if\" was not valid");
        findings.addAll(here);
      }
    }
  }
}
