package dev.landwaiter.rego.builtin.collection;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.Operands;
import java.util.ArrayList;
import java.util.List;

/// A path into a value: `a/b/0` with the escapes `~1` and `~0`, or an array of parts of any kind.
final class JsonPath {
  private JsonPath() {}

  static List<Value> of(Value path) throws BuiltinException {
    return switch (path) {
      case StringValue(String text) -> of(text);
      case ArrayValue array -> array.elements();
      default ->
          throw Operands.wrong(
              2, path, "one of {set, array} containing string paths or array of path segments");
    };
  }

  private static List<Value> of(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    int start = 0;
    while (start < text.length() && text.charAt(start) == '/') {
      start++;
    }
    var parts = new ArrayList<Value>();
    int end;
    do {
      end = text.indexOf('/', start);
      String part = text.substring(start, end < 0 ? text.length() : end);
      parts.add(new StringValue(part.replace("~1", "/").replace("~0", "~")));
      start = end + 1;
    } while (end >= 0);
    return parts;
  }
}
