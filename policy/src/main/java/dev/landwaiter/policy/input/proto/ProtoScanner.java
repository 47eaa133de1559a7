package dev.landwaiter.policy.input.proto;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.SourceText;
import dev.landwaiter.policy.input.proto.ProtoToken.Kind;

/// Cuts a schema, or a message in the text format, into words.
final class ProtoScanner {
  final SourceText source;
  private final String text;
  private final boolean schema;
  private int at;
  private ProtoToken token;
  private int end;

  /// @param schema whether comments are those of schemas, `//` and `/*`, not `#`
  ProtoScanner(SourceText source, boolean schema) throws FormatException {
    this.source = source;
    this.text = source.text();
    this.schema = schema;
    this.token = read();
  }

  /// The word here.
  ProtoToken token() {
    return token;
  }

  /// The word here; goes on to the next one.
  ProtoToken next() throws FormatException {
    ProtoToken here = token;
    end = here.to();
    token = read();
    return here;
  }

  /// The offset behind the word that was passed last.
  int end() {
    return end;
  }

  /// Passes a sign if it stands here.
  boolean pass(String sign) throws FormatException {
    if (!token.isSign(sign)) {
      return false;
    }
    next();
    return true;
  }

  void expect(String sign) throws FormatException {
    if (!pass(sign)) {
      throw wrong(sign + " was expected" + found());
    }
  }

  String name() throws FormatException {
    if (!token.is(Kind.NAME)) {
      throw wrong("a name was expected" + found());
    }
    return next().text();
  }

  String found() {
    return token.is(Kind.END)
        ? ", but the file ends here"
        : ", not " + text.substring(token.from(), Math.min(token.to(), token.from() + 20));
  }

  FormatException wrong(String message) {
    return source.wrong(token.from(), message, "");
  }

  /// The text behind the word here up to a character, which is passed; the cursor goes behind it.
  String rawUpTo(char end) throws FormatException {
    int from = token.to();
    int found = text.indexOf(end, from);
    if (found < 0) {
      throw wrong("the closing " + end + " is missing");
    }
    at = found + 1;
    token = read();
    return text.substring(from, found);
  }

  private ProtoToken read() throws FormatException {
    skip();
    int from = at;
    if (at >= text.length()) {
      return new ProtoToken(Kind.END, "", from, from);
    }
    char c = text.charAt(at);
    if (isNameStart(c)) {
      while (at < text.length() && (isNameStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
        at++;
      }
      return new ProtoToken(Kind.NAME, text.substring(from, at), from, at);
    }
    if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
      number();
      return new ProtoToken(Kind.NUMBER, text.substring(from, at), from, at);
    }
    if (c == '"' || c == '\'') {
      var bytes = new ProtoText(source, at);
      at = bytes.end();
      return new ProtoToken(Kind.TEXT, bytes.latin(), from, at);
    }
    at++;
    if (c < 0x21 || c > 0x7e) {
      throw source.wrong(from, "a character that has no meaning here", "");
    }
    return new ProtoToken(Kind.SIGN, String.valueOf(c), from, at);
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  private void number() {
    boolean hexadecimal = text.charAt(at) == '0' && (peek(1) | 0x20) == 'x';
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean sign = (c == '+' || c == '-') && !hexadecimal && (text.charAt(at - 1) | 0x20) == 'e';
      if (!isNameStart(c) && !isDigit(c) && c != '.' && !sign) {
        return;
      }
      at++;
    }
  }

  private void skip() throws FormatException {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        at++;
      } else if (schema ? text.startsWith("//", at) : c == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (schema && text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          throw source.wrong(at, "a comment without its end", "close it with */");
        }
        at = end + 2;
      } else {
        return;
      }
    }
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
