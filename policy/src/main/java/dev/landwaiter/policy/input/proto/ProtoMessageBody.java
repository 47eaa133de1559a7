package dev.landwaiter.policy.input.proto;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.proto.ProtoField.Label;
import dev.landwaiter.policy.input.proto.ProtoToken.Kind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads messages of a schema, and the fields that it adds to messages.
record ProtoMessageBody(ProtoFile file, String scope) {
  static final Set<String> SCALARS =
      Set.of(
          "double",
          "float",
          "int32",
          "int64",
          "uint32",
          "uint64",
          "sint32",
          "sint64",
          "fixed32",
          "fixed64",
          "sfixed32",
          "sfixed64",
          "bool",
          "string",
          "bytes");

  /// Where fields go: into a message, or into the extensions of one.
  private record Target(
      Optional<ProtoType.Message> message, String extended, ProtoToken at, Set<Integer> numbers) {}

  /// A message from its name on.
  void message() throws FormatException {
    body(file.scanner.name());
  }

  private void body(String name) throws FormatException {
    file.enter();
    var message = new ProtoType.Message(ProtoFile.join(scope, name), false);
    if (!file.schema.add(message)) {
      throw file.scanner.wrong("the name " + message.fullName() + " is given twice");
    }
    var inner = new ProtoMessageBody(file, message.fullName());
    var target = new Target(Optional.of(message), "", file.scanner.token(), new HashSet<>());
    file.scanner.expect("{");
    while (!file.scanner.pass("}")) {
      inner.member(target, "");
    }
    file.leave();
  }

  /// Extensions, from the name of the message on.
  void extend() throws FormatException {
    file.enter();
    ProtoToken at = file.scanner.token();
    var target = new Target(Optional.empty(), file.fullName(), at, new HashSet<>());
    file.scanner.expect("{");
    while (!file.scanner.pass("}")) {
      if (!file.scanner.pass(";")) {
        field(target, file.scanner.token(), "");
      }
    }
    file.leave();
  }

  private void member(Target target, String oneof) throws FormatException {
    ProtoScanner scanner = file.scanner;
    if (scanner.pass(";")) {
      return;
    }
    ProtoToken first = scanner.token();
    switch (first.text()) {
      case "option" -> {
        scanner.next();
        file.option();
      }
      case "reserved" -> {
        scanner.next();
        reserved(target);
      }
      case "extensions" -> {
        scanner.next();
        skipStatement(scanner);
      }
      case "message", "enum", "extend", "oneof", "export", "local" -> {
        scanner.next();
        nested(first, target);
      }
      default -> field(target, first, oneof);
    }
  }

  /// What the words that begin a declaration begin, unless they are the name of a type.
  private void nested(ProtoToken word, Target target) throws FormatException {
    ProtoScanner scanner = file.scanner;
    switch (word.text()) {
      case "message" -> message();
      case "enum" -> new ProtoEnumBody(file, scope).read();
      case "extend" -> extend();
      case "oneof" -> {
        String oneof = scanner.name();
        scanner.expect("{");
        while (!scanner.pass("}")) {
          member(target, oneof);
        }
      }
      default -> member(target, "");
    }
  }

  private void reserved(Target target) throws FormatException {
    ProtoScanner scanner = file.scanner;
    while (!scanner.pass(";")) {
      ProtoToken token = scanner.next();
      if (token.is(Kind.END)) {
        throw scanner.wrong("a ; is missing");
      }
      if ((token.is(Kind.TEXT) || token.is(Kind.NAME)) && target.message().isPresent()) {
        target.message().get().reserved.add(token.text());
      }
    }
  }

  private void field(Target target, ProtoToken first, String oneof) throws FormatException {
    ProtoScanner scanner = file.scanner;
    Label label =
        switch (first.text()) {
          case "optional" -> Label.OPTIONAL;
          case "required" -> Label.REQUIRED;
          case "repeated" -> Label.REPEATED;
          default -> file.implicit && oneof.isEmpty() ? Label.IMPLICIT : Label.OPTIONAL;
        };
    boolean written =
        Set.of("optional", "required", "repeated").contains(first.text()) && first.is(Kind.NAME);
    if (written) {
      scanner.next();
    } else if (file.labelled && oneof.isEmpty() && !first.isName("map")) {
      throw scanner.wrong("in proto2 a field begins with optional, required or repeated");
    }
    ProtoToken kindAt = scanner.token();
    String kind = file.fullName();
    if (kind.equals("map") && scanner.token().isSign("<")) {
      map(target);
    } else if (kind.equals("group") && !scanner.token().isSign("=")) {
      group(target, label, oneof);
    } else {
      plain(target, new ProtoField("", "", label, kind, scope, oneof), kindAt);
    }
  }

  private void plain(Target target, ProtoField draft, ProtoToken kindAt) throws FormatException {
    ProtoToken nameAt = file.scanner.token();
    String name = file.scanner.name();
    ProtoOptions options = ending(target);
    Label label =
        switch (options.presence()) {
          case "IMPLICIT" -> Label.IMPLICIT;
          case "EXPLICIT" -> Label.OPTIONAL;
          case "LEGACY_REQUIRED" -> Label.REQUIRED;
          default -> draft.label();
        };
    if (draft.label() == Label.REPEATED) {
      label = Label.REPEATED;
    }
    if (!SCALARS.contains(draft.kind())) {
      file.needs(kindAt, draft.kind(), scope);
    }
    String type = draft.kind().substring(draft.kind().lastIndexOf('.') + 1);
    boolean group = options.isDelimited() && type.toLowerCase(Locale.ROOT).equals(name);
    add(
        target,
        new ProtoField(name, group ? type : name, label, draft.kind(), scope, draft.oneof()),
        nameAt);
  }

  /// The number, the options and the semicolon of a field.
  private ProtoOptions ending(Target target) throws FormatException {
    file.scanner.expect("=");
    int number = number(file.scanner);
    if (number < 1 || number > 536_870_911 || !target.numbers().add(number)) {
      throw file.scanner.wrong("the number " + number + " of a field is taken or out of range");
    }
    var options = new ProtoOptions(file.scanner);
    options.list();
    file.scanner.expect(";");
    return options;
  }

  private void map(Target target) throws FormatException {
    ProtoScanner scanner = file.scanner;
    scanner.expect("<");
    String key = scanner.name();
    if (!SCALARS.contains(key) || Set.of("double", "float", "bytes").contains(key)) {
      throw scanner.wrong("the type " + key + " cannot be the key of a map");
    }
    scanner.expect(",");
    ProtoToken kindAt = scanner.token();
    String kind = file.fullName();
    if (!SCALARS.contains(kind)) {
      file.needs(kindAt, kind, scope);
    }
    scanner.expect(">");
    ProtoToken nameAt = scanner.token();
    String name = scanner.name();
    ending(target);
    // The space cannot occur in a name that a schema gives.
    var entry = new ProtoType.Message(ProtoFile.join(scope, name + " entry"), true);
    entry.fields.put("key", new ProtoField("key", "key", Label.OPTIONAL, key, scope, ""));
    entry.fields.put("value", new ProtoField("value", "value", Label.OPTIONAL, kind, scope, ""));
    file.schema.add(entry);
    add(target, new ProtoField(name, name, Label.MAP, "." + entry.fullName(), scope, ""), nameAt);
  }

  private void group(Target target, Label label, String oneof) throws FormatException {
    ProtoScanner scanner = file.scanner;
    ProtoToken nameAt = scanner.token();
    String name = scanner.name();
    scanner.expect("=");
    number(scanner);
    new ProtoOptions(scanner).list();
    body(name);
    String type = "." + ProtoFile.join(scope, name);
    add(
        target,
        new ProtoField(name.toLowerCase(Locale.ROOT), name, label, type, scope, oneof),
        nameAt);
  }

  private void add(Target target, ProtoField field, ProtoToken at) throws FormatException {
    if (target.message().isEmpty()) {
      var extension =
          new ProtoField(
              ProtoFile.join(scope, field.name()),
              field.textName(),
              field.label(),
              field.kind(),
              scope,
              ProtoField.EXTENSION);
      file.extensions.add(
          new ProtoFile.Extension(
              file.scanner.source, target.at().from(), target.extended(), scope, extension));
    } else if (target.message().get().fields.putIfAbsent(field.textName(), field) != null) {
      throw file.scanner.source.wrong(
          at.from(), "the field " + field.name() + " is there twice", "");
    }
  }

  static int number(ProtoScanner scanner) throws FormatException {
    boolean negative = scanner.pass("-");
    ProtoToken token = scanner.token();
    try {
      if (token.is(Kind.NUMBER)) {
        scanner.next();
        return Integer.decode((negative ? "-" : "") + token.text());
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw scanner.source.wrong(token.from(), "a number was expected, not " + token.text(), "");
  }

  static void skipStatement(ProtoScanner scanner) throws FormatException {
    while (!scanner.pass(";")) {
      if (scanner.next().is(Kind.END)) {
        throw scanner.wrong("a ; is missing");
      }
    }
  }
}
