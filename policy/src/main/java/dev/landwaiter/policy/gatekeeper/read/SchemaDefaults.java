package dev.landwaiter.policy.gatekeeper.read;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Fills in what a schema gives for missing members.
final class SchemaDefaults {
  private SchemaDefaults() {}

  static Value filled(Value value, Schema schema) {
    return switch (value) {
      case ObjectValue object -> object(object, schema);
      case ArrayValue array when schema.items().isPresent() -> {
        List<Value> elements = new ArrayList<>(array.size());
        for (Value element : array.elements()) {
          elements.add(filled(element, schema.items().get()));
        }
        yield new ArrayValue(elements);
      }
      default -> value;
    };
  }

  private static ObjectValue object(ObjectValue object, Schema schema) {
    var draft = new ObjectValue.Draft();
    for (Map.Entry<Value, Value> member : object.members().entrySet()) {
      Schema property = schema.properties().get(member.getKey().asText());
      Schema known = property == null ? schema.additional().orElse(null) : property;
      Value value = member.getValue();
      if (known != null) {
        boolean empty = value instanceof NullValue && !known.isNullable();
        value =
            empty && known.standard().isPresent() ? known.standard().get() : filled(value, known);
      }
      var _ = draft.put(member.getKey(), value);
    }
    for (Map.Entry<String, Schema> property : schema.properties().entrySet()) {
      if (property.getValue().standard().isPresent()) {
        var _ =
            draft.putIfAbsent(Value.of(property.getKey()), property.getValue().standard().get());
      }
    }
    return draft.finish();
  }
}
