package dev.landwaiter.policy.input.proto;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.value.BooleanValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.input.Placed;
import dev.landwaiter.policy.input.SourceText;
import dev.landwaiter.policy.input.proto.ProtoField.Label;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Messages as JSON, with the names of fields as their schemas have them.
final class ProtoShape {
  private final ProtoSchema schema;
  private final KnownShapes known;

  ProtoShape(SourceText source, ProtoSchema schema) {
    this.schema = schema;
    this.known = new KnownShapes(source, this);
  }

  Placed message(TextMessage message) throws FormatException {
    Optional<Placed> special = known.shape(message);
    return special.isPresent() ? special.get() : members(message);
  }

  /// Whether messages of a type are something else than objects of their fields.
  boolean isSpecial(TextMessage message) {
    return KnownShapes.isKnown(message.type.fullName());
  }

  Placed.Members members(TextMessage message) throws FormatException {
    var members = new Placed.Members(message.from(), message.to());
    for (Map.Entry<ProtoField, List<TextPart>> entry : message.fields.entrySet()) {
      ProtoField field = entry.getKey();
      List<TextPart> parts = entry.getValue();
      boolean absent =
          parts.isEmpty()
              || (field.label() == Label.IMPLICIT
                  && parts.getFirst() instanceof TextPart.Scalar scalar
                  && scalar.isZero());
      if (!absent) {
        members.members().put(key(field), value(field, parts));
      }
    }
    return members;
  }

  private static String key(ProtoField field) {
    return field.oneof().equals(ProtoField.EXTENSION) ? "[" + field.name() + "]" : field.textName();
  }

  Placed value(ProtoField field, List<TextPart> parts) throws FormatException {
    return switch (field.label()) {
      case REPEATED -> list(parts);
      case MAP -> map(parts);
      case REQUIRED, OPTIONAL, IMPLICIT -> part(parts.getFirst());
    };
  }

  Placed.Elements list(List<TextPart> parts) throws FormatException {
    var list = new Placed.Elements(parts.getFirst().from(), parts.getLast().to());
    for (TextPart part : parts) {
      list.elements().add(part(part));
    }
    return list;
  }

  Placed.Members map(List<TextPart> parts) throws FormatException {
    var map = new Placed.Members(parts.getFirst().from(), parts.getLast().to());
    for (TextPart part : parts) {
      if (part instanceof TextMessage entry) {
        Value key = entry.scalar("key").orElseGet(() -> zero(entry, "key"));
        List<TextPart> value = entry.values("value");
        map.members().put(key(key), value.isEmpty() ? absent(entry) : part(value.getFirst()));
      }
    }
    return map;
  }

  private static String key(Value key) {
    return switch (key) {
      case StringValue text -> text.text();
      case BooleanValue flag -> flag.equals(BooleanValue.TRUE) ? "true" : "false";
      default -> key.toString();
    };
  }

  private static Value zero(TextMessage entry, String name) {
    ProtoField field = entry.type.fields.get(name);
    return TextScalars.zero(field == null ? "" : field.kind());
  }

  /// The value of a map's entry that has none.
  private Placed absent(TextMessage entry) throws FormatException {
    ProtoField field = entry.type.fields.get("value");
    Optional<ProtoType> type =
        field == null ? Optional.empty() : schema.resolve(field.kind(), field.scope());
    if (type.isPresent() && type.get() instanceof ProtoType.Message message) {
      return message(new TextMessage(message, entry.from()));
    }
    Value value =
        type.isPresent() && type.get() instanceof ProtoType.Enumeration enumeration
            ? TextScalars.shown(enumeration, 0)
            : zero(entry, "value");
    return new Placed.Leaf(value, entry.from(), entry.to());
  }

  Placed part(TextPart part) throws FormatException {
    return switch (part) {
      case TextMessage message -> message(message);
      case TextPart.Scalar scalar -> new Placed.Leaf(scalar.value(), scalar.from(), scalar.to());
    };
  }

  static Placed empty(TextMessage message) {
    return new Placed.Leaf(ObjectValue.EMPTY, message.from(), message.to());
  }
}
