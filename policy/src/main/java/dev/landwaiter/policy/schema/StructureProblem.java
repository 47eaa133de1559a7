package dev.landwaiter.policy.schema;

import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.List;

/// Where an object is not built as its kind is.
///
/// @param path keys and indices from the object's root to the value that is wrong, or to the object
///   that lacks a member
/// @param message such as `got string, want boolean`
public record StructureProblem(List<Value> path, String message) {
  public StructureProblem {
    path = List.copyOf(path);
  }

  /// The path as a JSON pointer (RFC 6901).
  public String pointer() {
    var text = new StringBuilder();
    for (Value step : path) {
      text.append('/');
      switch (step) {
        case StringValue key -> text.append(key.text().replace("~", "~0").replace("/", "~1"));
        case NumberValue index -> text.append(index.text());
        default -> throw new IllegalStateException("no step of a path: " + step);
      }
    }
    return text.toString();
  }
}
