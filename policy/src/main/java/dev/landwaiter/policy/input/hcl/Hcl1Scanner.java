package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.SourceText;
import dev.landwaiter.policy.input.hcl.Hcl1Token.Kind;

/// Cuts HCL 1, or its JSON form, into words.
final class Hcl1Scanner {
  final SourceText source;
  private final String text;
  private final boolean json;
  private int at;

  Hcl1Scanner(SourceText source, boolean json) {
    this.source = source;
    this.text = source.text();
    this.json = json;
  }

  /// The next word, comments left out.
  Hcl1Token next() throws FormatException {
    skip();
    int from = at;
    if (at >= text.length()) {
      return token(Kind.END, from);
    }
    char c = text.charAt(at);
    if (isLetter(text.codePointAt(at))) {
      return name();
    }
    if (isDigit(c) || (c == '-' && isDigit(peek(1)))) {
      return number();
    }
    if (c == '"') {
      Hcl1Text.Read read = json ? Hcl1Text.json(source, from) : Hcl1Text.quoted(source, from);
      at = read.to();
      return new Hcl1Token(Kind.TEXT, read.value(), from, at);
    }
    if (c == '<' && !json) {
      var found = Hcl1HereDocument.read(source, from);
      at = found.to();
      return found;
    }
    at++;
    return token(kind(c, from), from);
  }

  private Kind kind(char c, int from) throws FormatException {
    return switch (c) {
      case '{' -> Kind.OPENING_BRACE;
      case '}' -> Kind.CLOSING_BRACE;
      case '[' -> Kind.OPENING_BRACKET;
      case ']' -> Kind.CLOSING_BRACKET;
      case ',' -> Kind.COMMA;
      case '=', ':' -> {
        if ((c == ':') != json) {
          throw source.wrong(from, "an illegal character " + c, "");
        }
        yield Kind.ASSIGNMENT;
      }
      case '.', '+', '-' -> Kind.OTHER;
      default -> throw source.wrong(from, "an illegal character", "texts stand in double quotes");
    };
  }

  private Hcl1Token token(Kind kind, int from) {
    return new Hcl1Token(kind, text.substring(from, at), from, at);
  }

  private void skip() throws FormatException {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        at++;
      } else if (!json && (c == '#' || c == '/')) {
        comment(c);
      } else {
        return;
      }
    }
  }

  private void comment(char c) throws FormatException {
    if (c == '/' && peek(1) == '*') {
      int end = text.indexOf("*/", at + 2);
      if (end < 0) {
        throw source.wrong(at, "a comment without its end", "close it with */");
      }
      at = end + 2;
      return;
    }
    if (c == '/' && peek(1) != '/') {
      throw source.wrong(at, "a second / was expected, for a comment", "");
    }
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  private Hcl1Token name() throws FormatException {
    int from = at;
    while (at < text.length() && isNamePart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    String name = text.substring(from, at);
    if (name.equals("true") || name.equals("false")) {
      return token(Kind.BOOLEAN, from);
    }
    if (!json) {
      return token(Kind.NAME, from);
    }
    if (!name.equals("null")) {
      throw source.wrong(from, "an unknown word " + name, "texts stand in double quotes");
    }
    // HCL takes null in JSON for an empty text.
    return new Hcl1Token(Kind.TEXT, "", from, at);
  }

  static boolean isLetter(int point) {
    return point == '_' || Character.isLetter(point);
  }

  private static boolean isNamePart(int point) {
    return isLetter(point) || Character.isDigit(point) || point == '-' || point == '.';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private Hcl1Token number() throws FormatException {
    int from = at;
    at += text.charAt(at) == '-' ? 1 : 0;
    if (peek(0) == '0' && (peek(1) | 0x20) == 'x' && !json) {
      at += 2;
      int digits = at;
      while (Character.digit(peek(0), 16) >= 0 && peek(0) < 128) {
        at++;
      }
      if (digits == at) {
        throw source.wrong(from, "a hexadecimal number without digits", "");
      }
      return token(Kind.INTEGER, from);
    }
    digits();
    boolean exponent = exponent(from);
    if (!exponent && peek(0) == '.') {
      at++;
      digits();
      exponent(from);
      return token(Kind.FLOAT, from);
    }
    return token(exponent && json ? Kind.FLOAT : Kind.INTEGER, from);
  }

  private void digits() {
    while (isDigit(peek(0))) {
      at++;
    }
  }

  private boolean exponent(int from) throws FormatException {
    if ((peek(0) | 0x20) != 'e') {
      return false;
    }
    at++;
    at += peek(0) == '-' || peek(0) == '+' ? 1 : 0;
    if (!isDigit(peek(0))) {
      throw source.wrong(from, "an exponent without digits", "");
    }
    digits();
    return true;
  }
}
