package dev.landwaiter.rego.builtin.schema;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.schema.Schema;
import java.util.stream.Collectors;

/// Rules for values of any kind.
final class WholeRules {
  private WholeRules() {}

  static void check(Schema.Whole rules, Value value, String field, Findings findings) {
    if (rules.only().isPresent() && !rules.only().get().equals(value)) {
      findings.add("const", field, field + " does not match: " + text(rules.only().get()));
    }
    if (!rules.oneOf().isEmpty() && !rules.oneOf().contains(value)) {
      findings.add(
          "enum",
          field,
          field
              + " must be one of the following: "
              + rules.oneOf().stream().map(WholeRules::text).collect(Collectors.joining(", ")));
    }
    if (!rules.format().isEmpty()
        && value instanceof StringValue text
        && !Formats.matches(rules.format(), text.text())) {
      findings.add("format", field, "Does not match format '" + rules.format() + "'");
    }
    findings.passed();
  }

  private static String text(Value value) {
    return JsonWriter.toText(Numbers.plain(value), JsonStyle.COMPACT.sorted());
  }
}
