package dev.landwaiter.policy.input.web;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.SourceText;
import dev.landwaiter.policy.input.web.NginxToken.Kind;

/// Cuts nginx's configuration into words, comments left out.
final class NginxScanner {
  final SourceText source;
  private final String text;
  private final int lastClosing;
  private int at;

  NginxScanner(SourceText source) {
    this.source = source;
    this.text = source.text();
    this.lastClosing = text.lastIndexOf('}');
  }

  NginxToken next() throws FormatException {
    skip();
    int from = at;
    if (at >= text.length()) {
      return token(Kind.END, from);
    }
    char c = text.charAt(at);
    return switch (c) {
      case ';', '{', '}' -> {
        at++;
        yield token(c == ';' ? Kind.SEMICOLON : c == '{' ? Kind.OPENING : Kind.CLOSING, from);
      }
      case '"', '\'', '`' -> {
        quoted(c);
        yield token(Kind.QUOTED, from);
      }
      default -> {
        word();
        yield token(c == '$' ? Kind.VARIABLE : Kind.WORD, from);
      }
    };
  }

  private NginxToken token(Kind kind, int from) {
    return new NginxToken(kind, text.substring(from, at), from, at);
  }

  /// The offset behind the last word.
  int end() {
    return at;
  }

  private void skip() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isSpace(c)) {
        at++;
      } else if (c == '#') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else {
        return;
      }
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u000b';
  }

  private void quoted(char quote) throws FormatException {
    int from = at;
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      boolean escape =
          text.charAt(at) == '\\'
              && at + 1 < text.length()
              && (text.charAt(at + 1) == quote || "ntr\\".indexOf(text.charAt(at + 1)) >= 0);
      at += escape ? 2 : 1;
    }
    if (at >= text.length()) {
      throw source.wrong(from, "a text without its closing " + quote, "");
    }
    at++;
  }

  private void word() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isSpace(c) || c == ';') {
        return;
      }
      if (c == '{') {
        if (text.charAt(at - 1) != '$' || at > lastClosing) {
          return;
        }
        at = text.indexOf('}', at);
      }
      at++;
    }
  }

  /// Passes a block of Lua code, from behind its opening brace to behind its closing one.
  void skipLua() throws FormatException {
    int from = at;
    int depth = 1;
    while (depth > 0) {
      if (at >= text.length()) {
        throw source.wrong(from, "a block of Lua code is not closed before the end", "add a }");
      }
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        quoted(c);
      } else if (text.startsWith("--", at)) {
        luaComment();
      } else {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        at++;
      }
    }
  }

  private void luaComment() {
    String ending = text.startsWith("--[[", at) ? "]]" : "\n";
    int end = text.indexOf(ending, at);
    at = end < 0 ? text.length() : end + ending.length();
  }
}
