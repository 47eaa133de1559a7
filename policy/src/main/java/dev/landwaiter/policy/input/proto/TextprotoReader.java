package dev.landwaiter.policy.input.proto;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.proto.ProtoField.Label;
import dev.landwaiter.policy.input.proto.ProtoToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a message in the text format by its schema.
final class TextprotoReader {
  private static final int MOST_DEPTH = 256;
  private static final String ANY = "google.protobuf.Any";

  private final ProtoSchema schema;
  private final ProtoScanner scanner;
  private final TextScalars scalars;
  private int depth;

  TextprotoReader(ProtoSchema schema, ProtoScanner scanner) {
    this.schema = schema;
    this.scanner = scanner;
    this.scalars = new TextScalars(scanner);
  }

  /// The message that is the whole text.
  TextMessage whole(ProtoType.Message type) throws FormatException {
    var message = new TextMessage(type, 0);
    while (!scanner.token().is(Kind.END)) {
      field(message);
    }
    message.end(scanner.token().to());
    checkRequired(message);
    return message;
  }

  /// A message in braces or angle brackets.
  private TextMessage message(ProtoType.Message type) throws FormatException {
    if (++depth > MOST_DEPTH) {
      throw scanner.wrong("nested deeper than " + MOST_DEPTH);
    }
    var message = new TextMessage(type, scanner.token().from());
    String closing = scanner.token().isSign("<") ? ">" : "}";
    if (!scanner.pass("<")) {
      scanner.expect("{");
    }
    while (!scanner.token().isSign(closing)) {
      if (scanner.token().is(Kind.END)) {
        throw scanner.source.wrong(message.from(), "the closing " + closing + " is missing", "");
      }
      field(message);
    }
    message.end(scanner.next().to());
    depth--;
    checkRequired(message);
    return message;
  }

  private void checkRequired(TextMessage message) throws FormatException {
    for (ProtoField field : message.type.fields.values()) {
      if (field.label() == Label.REQUIRED && !message.fields.containsKey(field)) {
        throw scanner.source.wrong(
            message.from(),
            "the required field " + field.name() + " of " + message.type.fullName() + " is missing",
            "");
      }
    }
  }

  private void field(TextMessage message) throws FormatException {
    ProtoToken at = scanner.token();
    if (at.isSign("[")) {
      String name = scanner.rawUpTo(']').replaceAll("\\s", "");
      if (name.indexOf('/') >= 0) {
        any(message, name, at);
      } else {
        ProtoField field =
            schema
                .extension(message.type.fullName(), name)
                .orElseThrow(() -> unknown(at, "[" + name + "]", message));
        value(message, field, at);
      }
    } else {
      String name = scanner.name();
      ProtoField field = message.type.fields.get(name);
      if (field != null) {
        value(message, field, at);
      } else if (message.type.reserved.contains(name)) {
        skipValue();
      } else {
        throw unknown(at, name, message);
      }
    }
    if (!scanner.pass(";")) {
      scanner.pass(",");
    }
  }

  private FormatException unknown(ProtoToken at, String name, TextMessage message) {
    return scanner.source.wrong(
        at.from(), "the message " + message.type.fullName() + " has no field " + name, "");
  }

  private void any(TextMessage message, String address, ProtoToken at) throws FormatException {
    if (!message.type.fullName().equals(ANY) || message.packed != null) {
      throw unknown(at, "[" + address + "]", message);
    }
    String name = address.substring(address.lastIndexOf('/') + 1);
    if (!(schema.type(name).orElse(null) instanceof ProtoType.Message type)) {
      throw scanner.source.wrong(at.from(), "the message type " + name + " is not known", "");
    }
    scanner.pass(":");
    message.address = address;
    message.packed = message(type);
  }

  private void value(TextMessage message, ProtoField field, ProtoToken at) throws FormatException {
    boolean colon = scanner.pass(":");
    Optional<ProtoType> type =
        ProtoMessageBody.SCALARS.contains(field.kind())
            ? Optional.empty()
            : schema.resolve(field.kind(), field.scope());
    boolean isMessage = type.isPresent() && type.get() instanceof ProtoType.Message;
    if (!colon && !isMessage) {
      throw scanner.wrong("a colon was expected after " + field.name());
    }
    checkFree(message, field, at);
    List<TextPart> parts = message.fields.computeIfAbsent(field, _ -> new ArrayList<>());
    if (!field.isMany() || !scanner.pass("[")) {
      parts.add(one(field, type));
      return;
    }
    while (!scanner.pass("]")) {
      parts.add(one(field, type));
      if (!scanner.pass(",") && !scanner.token().isSign("]")) {
        throw scanner.wrong("a comma or a ] was expected" + scanner.found());
      }
    }
  }

  private void checkFree(TextMessage message, ProtoField field, ProtoToken at)
      throws FormatException {
    if (!field.isMany() && message.fields.containsKey(field)) {
      throw scanner.source.wrong(at.from(), "the field " + field.name() + " is there twice", "");
    }
    if (field.oneof().isEmpty() || field.oneof().equals(ProtoField.EXTENSION)) {
      return;
    }
    for (ProtoField other : message.fields.keySet()) {
      if (other.oneof().equals(field.oneof())) {
        throw scanner.source.wrong(
            at.from(),
            "only one of the fields " + other.name() + " and " + field.name() + " can be there",
            "");
      }
    }
  }

  private TextPart one(ProtoField field, Optional<ProtoType> type) throws FormatException {
    if (type.isEmpty()) {
      return scalars.read(field.kind());
    }
    return switch (type.get()) {
      case ProtoType.Message message -> message(message);
      case ProtoType.Enumeration enumeration -> scalars.enumeration(enumeration);
    };
  }

  /// Passes the value of a field whose name is reserved.
  private void skipValue() throws FormatException {
    scanner.pass(":");
    int open = 0;
    do {
      ProtoToken token = scanner.next();
      if (token.is(Kind.END)) {
        throw scanner.wrong("a value was expected");
      }
      boolean opens = token.isSign("{") || token.isSign("<") || token.isSign("[");
      boolean closes = token.isSign("}") || token.isSign(">") || token.isSign("]");
      open += opens ? 1 : closes ? -1 : 0;
      if (token.isSign("-") && open == 0) {
        scanner.next();
      }
      while (token.is(Kind.TEXT) && scanner.token().is(Kind.TEXT)) {
        scanner.next();
      }
    } while (open > 0);
  }
}
