package dev.landwaiter.policy.input.web;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.SourceText;

/// Cuts VCL into words, comments left out: texts with their quotes, names, numbers with their
/// units, and single signs.
final class VclScanner {
  final SourceText source;
  private final String text;
  private int at;

  VclScanner(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  /// A word; empty at the end of the text.
  record Word(String text, int from, int to) {
    boolean is(String wanted) {
      return text.equals(wanted);
    }

    boolean isEnd() {
      return text.isEmpty();
    }

    boolean isQuoted() {
      return text.startsWith("\"") || text.startsWith("{\"");
    }
  }

  Word next() throws FormatException {
    skip();
    int from = at;
    if (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith("\"\"\"", at)) {
        quoted("\"\"\"", "\"\"\"");
      } else if (text.startsWith("{\"", at)) {
        quoted("{\"", "\"}");
      } else if (text.startsWith("C{", at)) {
        quoted("C{", "}C");
      } else if (c == '"') {
        quoted("\"", "\"");
      } else if (isNamePart(c)) {
        while (at < text.length() && isNamePart(text.charAt(at))) {
          at++;
        }
      } else {
        at++;
      }
    }
    return new Word(text.substring(from, at), from, at);
  }

  /// Passes a text; backslashes do not escape in VCL.
  private void quoted(String opening, String closing) throws FormatException {
    int end = text.indexOf(closing, at + opening.length());
    if (end < 0) {
      throw source.wrong(at, "a text without its closing " + closing, "");
    }
    at = end + closing.length();
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-' || c == '%';
  }

  private void skip() throws FormatException {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (c == '#' || text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (text.startsWith("/*", at)) {
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
}
