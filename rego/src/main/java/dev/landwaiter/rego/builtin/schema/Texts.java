package dev.landwaiter.rego.builtin.schema;

import dev.landwaiter.rego.schema.Schema;

/// Rules for strings.
final class Texts {
  private Texts() {}

  static void check(Schema.Texts rules, String text, String field, Findings findings) {
    int length = text.codePointCount(0, text.length());
    if (rules.atLeast().isPresent() && length < rules.atLeast().getAsInt()) {
      findings.add(
          "string_gte",
          field,
          "String length must be greater than or equal to " + rules.atLeast().getAsInt());
    }
    if (rules.atMost().isPresent() && length > rules.atMost().getAsInt()) {
      findings.add(
          "string_lte",
          field,
          "String length must be less than or equal to " + rules.atMost().getAsInt());
    }
    if (rules.pattern().isPresent() && !rules.pattern().get().matcher(text).find()) {
      findings.add(
          "pattern", field, "Does not match pattern '" + rules.pattern().get().pattern() + "'");
    }
    findings.passed();
  }
}
