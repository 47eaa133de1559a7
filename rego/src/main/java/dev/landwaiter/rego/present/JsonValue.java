package dev.landwaiter.rego.present;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import java.util.TreeMap;

/// Rego values as JSON (specification of this engine, "JSON conversion"): sets become sorted
/// arrays, keys that are no strings their JSON text, members stand in the order of their keys.
public final class JsonValue {
  private JsonValue() {}

  /// The value with nothing that JSON does not know, members in order.
  public static Value of(Value value) {
    return switch (value) {
      case ObjectValue object -> {
        var sorted = new TreeMap<Value, Value>();
        for (int i = 0; i < object.size(); i++) {
          sorted.put(Value.of(key(object.sortedKey(i))), of(object.sortedValue(i)));
        }
        yield new ObjectValue(sorted);
      }
      case ArrayValue _, dev.landwaiter.base.value.SetValue _ ->
          new ArrayValue(value.elements().stream().map(JsonValue::of).toList());
      default -> value;
    };
  }

  private static String key(Value key) {
    return key instanceof StringValue text
        ? text.text()
        : JsonWriter.toText(of(key), JsonStyle.COMPACT);
  }

  /// Two blanks for each level.
  public static String indented(Value value) {
    return JsonWriter.toText(of(value), JsonStyle.INDENTED);
  }

  public static String compact(Value value) {
    return JsonWriter.toText(of(value), JsonStyle.COMPACT);
  }
}
