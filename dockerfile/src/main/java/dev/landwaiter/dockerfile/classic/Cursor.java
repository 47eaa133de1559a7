package dev.landwaiter.dockerfile.classic;

import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Statement;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.List;

/// A place in the logical line of a statement.
final class Cursor {
  private static final List<String> KEYWORDS =
      List.of(
          "RUN",
          "COPY",
          "ENV",
          "FROM",
          "ARG",
          "LABEL",
          "WORKDIR",
          "CMD",
          "ENTRYPOINT",
          "EXPOSE",
          "USER",
          "ADD",
          "VOLUME",
          "SHELL",
          "HEALTHCHECK",
          "ONBUILD",
          "STOPSIGNAL",
          "MAINTAINER");

  final Statement statement;
  final char escape;
  final String text;

  /// Blanks of the file behind the text.
  final String tail;

  int at;

  Cursor(Statement statement, char escape, String tail) {
    this.statement = statement;
    this.escape = escape;
    this.text = statement.line().toString();
    this.tail = tail;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  boolean atEnd() {
    return at >= text.length();
  }

  /// The character here, or a line feed at the end.
  char peek() {
    return at < text.length() ? text.charAt(at) : '\n';
  }

  boolean skipBlanks() {
    int start = at;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at > start;
  }

  boolean take(String expected) {
    if (text.startsWith(expected, at)) {
      at += expected.length();
      return true;
    }
    return false;
  }

  /// Up to the next blank.
  Word word() {
    int start = at;
    while (at < text.length() && !isBlank(text.charAt(at))) {
      at++;
    }
    return word(start, at);
  }

  Word word(int start, int end) {
    return word(start, end, text.substring(start, end));
  }

  Word word(int start, int end, String content) {
    return new Word(content, statement.line().span(start, end));
  }

  MappedText rest() {
    return statement.line().slice(at, end());
  }

  /// Where trailing blanks begin.
  int end() {
    int end = text.length();
    while (end > at && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /// The rest of the line, which must not be empty; blanks at its end belong to it.
  Word line(String what) throws Refused {
    if (atEnd()) {
      throw refuse("expected " + what);
    }
    int start = at;
    at = text.length();
    return word(start, at, text.substring(start) + tail);
  }

  /// The instruction whose name begins here, in upper case; the cursor stays.
  String keyword() throws Refused {
    for (String each : KEYWORDS) {
      if (text.regionMatches(true, at, each, 0, each.length())) {
        return each;
      }
    }
    throw refuseSurely(at, "expected an instruction");
  }

  /// Nothing but a comment may follow.
  void done() throws Refused {
    skipBlanks();
    if (atEnd() || peek() == '#') {
      return;
    }
    // The classic reader even takes another instruction here.
    for (String each : KEYWORDS) {
      at += text.regionMatches(true, at, each, 0, each.length()) ? each.length() : 0;
    }
    throw refuseSurely(at, "expected the end of the line");
  }

  Refused refuse(String reason) {
    return new Refused(at, reason, false);
  }

  Refused refuse(int offset, String reason) {
    return new Refused(offset, reason, false);
  }

  /// The builder does not take it either, even if it says so late, or nobody can mean what it
  /// takes.
  Refused refuseSurely(int offset, String reason) {
    return new Refused(offset, reason, true);
  }
}
