package dev.landwaiter.rego.builtin.encoding;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.rego.builtin.BuiltinException;

/// Values as JSON text and back, the way Go's `encoding/json` does it (reference 2.5).
public final class JsonText {
  private static final JsonStyle COMPACT = JsonStyle.COMPACT.sorted();

  /// Written with a tab for each level, which no text inside contains unescaped.
  private static final JsonStyle TABS = new JsonStyle("\t", true, true);

  private JsonText() {}

  /// Compact text with sorted keys.
  public static String of(Value value) throws BuiltinException {
    checkDepth(value, 0);
    return JsonWriter.toText(value, COMPACT);
  }

  /// Text with line breaks: every line but the first begins with the prefix, then comes the
  /// indentation, once for each level.
  public static String of(Value value, String prefix, String indent) throws BuiltinException {
    checkDepth(value, 0);
    String tabs = JsonWriter.toText(value, TABS);
    var text = new StringBuilder();
    for (int i = 0; i < tabs.length(); i++) {
      char c = tabs.charAt(i);
      text.append(c == '\t' ? indent : String.valueOf(c));
      if (c == '\n') {
        text.append(prefix);
      }
    }
    return text.toString();
  }

  /// A key as the text it becomes in JSON.
  public static String key(Value key) throws BuiltinException {
    return key instanceof StringValue string ? string.text() : of(key);
  }

  /// Reads one JSON text; the errors are those of Go.
  public static Value read(String text) throws BuiltinException {
    var reader = new JsonReader(text);
    Value value = reader.document();
    reader.end();
    return value;
  }

  /// Reads the JSON text in front, whatever follows.
  public static Value readFirst(String text) throws BuiltinException {
    return new JsonReader(text).document();
  }

  private static void checkDepth(Value value, int depth) throws BuiltinException {
    if (depth > JsonReader.DEPTH_LIMIT) {
      throw BuiltinException.failure("nested deeper than " + JsonReader.DEPTH_LIMIT);
    }
    for (Value element : value.elements()) {
      if (element.rank() > 3) {
        checkDepth(element, depth + 1);
      }
    }
    for (var member : value.members().entrySet()) {
      if (member.getKey().rank() > 3) {
        checkDepth(member.getKey(), depth + 1);
      }
      if (member.getValue().rank() > 3) {
        checkDepth(member.getValue(), depth + 1);
      }
    }
  }
}
