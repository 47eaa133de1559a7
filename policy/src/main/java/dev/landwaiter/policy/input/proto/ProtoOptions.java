package dev.landwaiter.policy.input.proto;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.proto.ProtoToken.Kind;

/// Passes options of a schema, and keeps the few that change how the text format is read.
final class ProtoOptions {
  private final ProtoScanner scanner;
  private String presence = "";
  private boolean delimited;

  ProtoOptions(ProtoScanner scanner) {
    this.scanner = scanner;
  }

  /// What the feature `field_presence` was set to, or empty.
  String presence() {
    return presence;
  }

  /// Whether the feature `message_encoding` was set to `DELIMITED`.
  boolean isDelimited() {
    return delimited;
  }

  /// Options in brackets, if there are any.
  void list() throws FormatException {
    if (!scanner.pass("[")) {
      return;
    }
    do {
      one();
    } while (scanner.pass(","));
    scanner.expect("]");
  }

  /// A name, a sign of equality and a value.
  void one() throws FormatException {
    var name = new StringBuilder();
    while (!scanner.token().isSign("=")) {
      ProtoToken token = scanner.next();
      boolean part =
          token.is(Kind.NAME) || token.isSign(".") || token.isSign("(") || token.isSign(")");
      if (!part) {
        throw scanner.wrong("the name of an option was expected");
      }
      name.append(token.text());
    }
    scanner.expect("=");
    if (scanner.token().isSign("{")) {
      aggregate();
      return;
    }
    String value = value();
    switch (name.toString()) {
      case "features.field_presence" -> presence = value;
      case "features.message_encoding" -> delimited = value.equals("DELIMITED");
      default -> {}
    }
  }

  private String value() throws FormatException {
    if (scanner.token().isSign("-") || scanner.token().isSign("+")) {
      scanner.next();
    }
    ProtoToken first = scanner.token();
    if (first.is(Kind.END) || first.is(Kind.SIGN)) {
      throw scanner.wrong("the value of an option was expected" + scanner.found());
    }
    scanner.next();
    while (scanner.token().is(Kind.TEXT) || scanner.token().isSign(".")) {
      scanner.next();
      if (scanner.token().is(Kind.NAME)) {
        scanner.next();
      }
    }
    return first.text();
  }

  private void aggregate() throws FormatException {
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
}
