package dev.landwaiter.policy.input.proto;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.input.Placed;
import dev.landwaiter.policy.input.SourceText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The well-known messages that have a JSON form of their own (the JSON mapping of protocol
/// buffers).
final class KnownShapes {
  private static final String SPACE = "google.protobuf.";
  private static final Set<String> WRAPPERS =
      Set.of(
          "DoubleValue",
          "FloatValue",
          "Int64Value",
          "UInt64Value",
          "Int32Value",
          "UInt32Value",
          "BoolValue",
          "StringValue",
          "BytesValue");
  private static final Set<String> OTHERS =
      Set.of("Any", "Timestamp", "Duration", "Struct", "ListValue", "Value", "FieldMask", "Empty");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final long FIRST_SECOND = -62_135_596_800L;
  private static final long LAST_SECOND = 253_402_300_799L;
  private static final long MOST_SECONDS = 315_576_000_000L;
  private static final int NANOS = 1_000_000_000;

  private final SourceText source;
  private final ProtoShape shapes;

  KnownShapes(SourceText source, ProtoShape shapes) {
    this.source = source;
    this.shapes = shapes;
  }

  static boolean isKnown(String fullName) {
    if (!fullName.startsWith(SPACE)) {
      return false;
    }
    String name = fullName.substring(SPACE.length());
    return WRAPPERS.contains(name) || OTHERS.contains(name);
  }

  /// The form of a well-known message; empty for all others.
  Optional<Placed> shape(TextMessage message) throws FormatException {
    String fullName = message.type.fullName();
    if (!isKnown(fullName)) {
      return Optional.empty();
    }
    String name = fullName.substring(SPACE.length());
    return Optional.of(
        switch (name) {
          case "Any" -> any(message);
          case "Timestamp" -> leaf(message, Value.of(timestamp(message)));
          case "Duration" -> leaf(message, Value.of(duration(message)));
          case "Struct" -> many(message, "fields");
          case "ListValue" -> many(message, "values");
          case "Value" -> value(message);
          case "FieldMask" -> leaf(message, Value.of(mask(message)));
          case "Empty" -> ProtoShape.empty(message);
          default -> wrapper(message);
        });
  }

  private static Placed leaf(TextMessage message, Value value) {
    return new Placed.Leaf(value, message.from(), message.to());
  }

  private Placed any(TextMessage message) throws FormatException {
    TextMessage packed = message.packed;
    if (packed == null) {
      if (!message.fields.isEmpty()) {
        throw source.wrong(
            message.from(),
            "a message Any in its packed form is not read",
            "write [ADDRESS/TYPE] { … } instead of type_url and value");
      }
      return ProtoShape.empty(message);
    }
    var members = new Placed.Members(message.from(), message.to());
    members.members().put("@type", leaf(message, Value.of(message.address)));
    if (shapes.isSpecial(packed)) {
      members.members().put("value", shapes.message(packed));
    } else {
      members.members().putAll(shapes.members(packed).members());
    }
    return members;
  }

  private static long integer(TextMessage message, String field) {
    return message
        .scalar(field)
        .map(value ->
            value instanceof StringValue text
                ? Long.parseLong(text.text())
                : Long.parseLong(value.toString()))
        .orElse(0L);
  }

  private String timestamp(TextMessage message) throws FormatException {
    long seconds = integer(message, "seconds");
    long nanos = integer(message, "nanos");
    if (seconds < FIRST_SECOND || seconds > LAST_SECOND || nanos < 0 || nanos >= NANOS) {
      throw source.wrong(message.from(), "a time out of the range of Timestamp", "");
    }
    return TIME.format(Instant.ofEpochSecond(seconds)) + fraction(nanos) + "Z";
  }

  private String duration(TextMessage message) throws FormatException {
    long seconds = integer(message, "seconds");
    long nanos = integer(message, "nanos");
    boolean mixed = (seconds > 0 && nanos < 0) || (seconds < 0 && nanos > 0);
    if (Math.abs(seconds) > MOST_SECONDS || Math.abs(nanos) >= NANOS || mixed) {
      throw source.wrong(message.from(), "a time out of the range of Duration", "");
    }
    String sign = seconds < 0 || nanos < 0 ? "-" : "";
    return sign + Math.abs(seconds) + fraction(Math.abs(nanos)) + "s";
  }

  /// Three, six or nine digits, or none.
  private static String fraction(long nanos) {
    if (nanos == 0) {
      return "";
    }
    String digits = String.valueOf(NANOS + nanos).substring(1);
    while (digits.endsWith("000")) {
      digits = digits.substring(0, digits.length() - 3);
    }
    return "." + digits;
  }

  private Placed many(TextMessage message, String field) throws FormatException {
    List<TextPart> parts = message.values(field);
    boolean list = field.equals("values");
    if (parts.isEmpty()) {
      return list ? new Placed.Elements(message.from(), message.to()) : ProtoShape.empty(message);
    }
    return list ? shapes.list(parts) : shapes.map(parts);
  }

  private Placed value(TextMessage message) throws FormatException {
    if (message.fields.isEmpty()) {
      throw source.wrong(message.from(), "a message Value without a value", "");
    }
    TextPart part = message.fields.values().iterator().next().getFirst();
    if (part instanceof TextPart.Scalar scalar
        && !message.values("number_value").isEmpty()
        && scalar.value() instanceof StringValue) {
      throw source.wrong(message.from(), "a message Value cannot be infinite or NaN", "");
    }
    return message.values("null_value").isEmpty()
        ? shapes.part(part)
        : leaf(message, NullValue.NULL);
  }

  private Placed wrapper(TextMessage message) throws FormatException {
    List<TextPart> parts = message.values("value");
    ProtoField field = message.type.fields.get("value");
    return parts.isEmpty()
        ? leaf(message, TextScalars.zero(field == null ? "" : field.kind()))
        : shapes.part(parts.getFirst());
  }

  /// Paths with their underscores replaced by capital letters.
  private static String mask(TextMessage message) {
    var mask = new StringBuilder();
    for (TextPart part : message.values("paths")) {
      mask.append(mask.isEmpty() ? "" : ",");
      if (part instanceof TextPart.Scalar scalar) {
        boolean capital = false;
        for (char c : scalar.value().asText().toCharArray()) {
          if (c != '_') {
            mask.append(capital ? Character.toUpperCase(c) : c);
          }
          capital = c == '_';
        }
      }
    }
    return mask.toString();
  }
}
