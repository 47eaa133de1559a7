package dev.landwaiter.signing.encoding;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NumberValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.Bytes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The members of a JSON object that is to be written, in the order in which they are added.
public final class JsonMembers {
  private final Map<Value, Value> members = new LinkedHashMap<>();

  public JsonMembers with(String name, Value value) {
    members.put(new StringValue(name), value);
    return this;
  }

  public JsonMembers with(String name, String text) {
    return with(name, new StringValue(text));
  }

  public JsonMembers with(String name, long number) {
    return with(name, NumberValue.of(number));
  }

  public JsonMembers with(String name, JsonMembers object) {
    return with(name, object.object());
  }

  public JsonMembers with(String name, List<? extends Value> elements) {
    return with(name, ArrayValue.of(elements.toArray(Value[]::new)));
  }

  /// Bytes in standard Base64.
  public JsonMembers with(String name, Bytes content) {
    return with(name, content.toBase64());
  }

  public ObjectValue object() {
    return new ObjectValue(members);
  }

  /// Without white space, and with the characters of HTML escaped, as Go's encoder writes it.
  public Bytes compact() {
    return Bytes.utf8(JsonWriter.toText(object(), JsonStyle.COMPACT));
  }
}
