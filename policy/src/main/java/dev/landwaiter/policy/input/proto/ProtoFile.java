package dev.landwaiter.policy.input.proto;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.SourceText;
import dev.landwaiter.policy.input.proto.ProtoToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads one schema: proto2, proto3, or an edition.
final class ProtoFile {
  private static final int MOST_DEPTH = 128;

  final ProtoScanner scanner;
  final ProtoSchema schema;
  private final List<String> imports = new ArrayList<>();

  /// Fields whose types are looked up when all schemas are read.
  private final List<Pending> pending = new ArrayList<>();

  String space = "";
  boolean implicit;
  boolean labelled;
  private int depth;

  ProtoFile(SourceText source, ProtoSchema schema) throws FormatException {
    this.scanner = new ProtoScanner(source, true);
    this.schema = schema;
  }

  /// A name of a type that must mean something.
  record Pending(SourceText source, int from, String kind, String scope) {}

  /// A field that a schema adds to a message of another.
  record Extension(SourceText source, int from, String message, String scope, ProtoField field) {}

  final List<Extension> extensions = new ArrayList<>();

  List<String> imports() {
    return imports;
  }

  List<Pending> pending() {
    return pending;
  }

  void needs(ProtoToken at, String kind, String scope) {
    pending.add(new Pending(scanner.source, at.from(), kind, scope));
  }

  /// Reads all of it. Without a first line on its syntax it is proto2.
  void read() throws FormatException {
    labelled = true;
    if (scanner.token().isName("syntax") || scanner.token().isName("edition")) {
      boolean edition = scanner.next().text().equals("edition");
      scanner.expect("=");
      String version = text();
      scanner.expect(";");
      Set<String> known = edition ? Set.of("2023", "2024") : Set.of("proto2", "proto3");
      if (!known.contains(version)) {
        throw scanner.wrong("the syntax " + version + " is not known");
      }
      implicit = version.equals("proto3");
      labelled = version.equals("proto2");
    }
    while (!scanner.token().is(Kind.END)) {
      declaration();
    }
  }

  private void declaration() throws FormatException {
    if (scanner.pass(";")) {
      return;
    }
    String word = scanner.name();
    if (word.equals("export") || word.equals("local")) {
      word = scanner.name();
    }
    switch (word) {
      case "package" -> {
        space = fullName();
        scanner.expect(";");
      }
      case "import" -> {
        if (scanner.token().is(Kind.NAME)) {
          scanner.next();
        }
        imports.add(text());
        scanner.expect(";");
      }
      case "option" -> option();
      case "message" -> new ProtoMessageBody(this, space).message();
      case "enum" -> new ProtoEnumBody(this, space).read();
      case "extend" -> new ProtoMessageBody(this, space).extend();
      case "service" -> {
        scanner.name();
        skipBraces();
      }
      default -> throw scanner.wrong("an unknown declaration " + word);
    }
  }

  /// An option behind its first word. Of the options of a file only one tells how fields are read.
  void option() throws FormatException {
    var option = new ProtoOptions(scanner);
    option.one();
    scanner.expect(";");
    if (depth == 0 && !option.presence().isEmpty()) {
      implicit = option.presence().equals("IMPLICIT");
    }
  }

  void enter() throws FormatException {
    if (++depth > MOST_DEPTH) {
      throw scanner.wrong("nested deeper than " + MOST_DEPTH);
    }
  }

  void leave() {
    depth--;
  }

  /// Names apart by dots, perhaps with a dot before them.
  String fullName() throws FormatException {
    var name = new StringBuilder();
    if (scanner.pass(".")) {
      name.append('.');
    }
    name.append(scanner.name());
    while (scanner.pass(".")) {
      name.append('.').append(scanner.name());
    }
    return name.toString();
  }

  String text() throws FormatException {
    if (!scanner.token().is(Kind.TEXT)) {
      throw scanner.wrong("a text in quotes was expected" + scanner.found());
    }
    var text = new StringBuilder();
    while (scanner.token().is(Kind.TEXT)) {
      text.append(scanner.next().text());
    }
    return text.toString();
  }

  /// Passes what stands in braces.
  void skipBraces() throws FormatException {
    scanner.expect("{");
    int open = 1;
    while (open > 0) {
      ProtoToken token = scanner.next();
      if (token.is(Kind.END)) {
        throw scanner.wrong("a } is missing");
      }
      open += token.isSign("{") ? 1 : token.isSign("}") ? -1 : 0;
    }
  }

  static String join(String scope, String name) {
    return scope.isEmpty() ? name : scope + "." + name;
  }
}
