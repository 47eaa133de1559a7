package dev.landwaiter.policy.score.run;

import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.score.Schemas;
import java.util.List;
import java.util.stream.Collectors;

/// What a check of the structure found, in the shape that scripts look for (kubernetes.md 5.7).
final class SchemaText {
  private SchemaText() {}

  /// The text with a line break at its end, or nothing when all is right.
  static String of(Schemas.Answer answer) {
    if (answer.faults().isEmpty()) {
      return "";
    }
    return "problem validating schema. Check JSON formatting: jsonschema validation failed with '"
        + answer.schema()
        + "#'"
        + answer.faults().stream()
            .map(fault -> " - at '" + pointer(fault.path()) + "': " + fault.text())
            .collect(Collectors.joining())
        + "\n";
  }

  /// A path as a JSON pointer (RFC 6901).
  static String pointer(List<Value> path) {
    return path.stream()
        .map(step -> "/" + step(step).replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }

  private static String step(Value step) {
    return step.asText().isEmpty() ? step.toString() : step.asText();
  }
}
