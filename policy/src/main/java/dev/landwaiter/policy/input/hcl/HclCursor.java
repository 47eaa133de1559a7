package dev.landwaiter.policy.input.hcl;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.policy.input.SourceText;

/// A place in a text of HCL's native syntax, and what moves it: white space, comments, names.
final class HclCursor {
  /// Bodies, expressions and templates may be nested so deep.
  private static final int MOST_DEPTH = 256;

  final SourceText source;
  private final String text;
  int at;

  /// Whether line breaks separate things here; they do not inside brackets.
  boolean lineBreaks = true;

  private int depth;

  HclCursor(SourceText source) {
    this.source = source;
    this.text = source.text();
  }

  /// Goes one level down.
  void enter() throws FormatException {
    if (++depth > MOST_DEPTH) {
      throw source.wrong(at, "nested deeper than " + MOST_DEPTH, "");
    }
  }

  void leave() {
    depth--;
  }

  /// The character some places ahead, or NUL behind the end.
  char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  boolean isEnd() {
    return at >= text.length();
  }

  boolean looksAt(String word) {
    return text.startsWith(word, at);
  }

  boolean isLineBreak() {
    return peek(0) == '\n' || (peek(0) == '\r' && peek(1) == '\n');
  }

  /// Passes blanks and comments, and line breaks where they do not matter.
  void skip() throws FormatException {
    while (!isEnd()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t') {
        at++;
      } else if (c == '#' || looksAt("//")) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
      } else if (looksAt("/*")) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          throw source.wrong(at, "a comment without its end", "close it with */");
        }
        at = end + 2;
      } else if (!lineBreaks && isLineBreak()) {
        at += c == '\r' ? 2 : 1;
      } else {
        return;
      }
    }
  }

  /// Passes a line break.
  void passLineBreak() {
    at += peek(0) == '\r' ? 2 : 1;
  }

  /// Whether a name begins here.
  boolean isName() {
    return !isEnd() && isNameStart(text.codePointAt(at));
  }

  /// Passes a name.
  String name() {
    int from = at;
    while (at < text.length() && isNamePart(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return text.substring(from, at);
  }

  /// Whether the word here is this one; the cursor stays.
  boolean isWord(String word) {
    return looksAt(word)
        && (at + word.length() >= text.length()
            || !isNamePart(text.codePointAt(at + word.length())));
  }

  private static boolean isNameStart(int point) {
    return point < 128
        ? (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || point == '_'
        : Character.isUnicodeIdentifierStart(point);
  }

  private static boolean isNamePart(int point) {
    return point < 128
        ? isNameStart(point) || (point >= '0' && point <= '9') || point == '-'
        : Character.isUnicodeIdentifierPart(point) && !Character.isIdentifierIgnorable(point);
  }

  /// Passes a character that must stand here.
  ///
  /// @param what the sentence to say otherwise
  void expect(char wanted, String what) throws FormatException {
    if (peek(0) != wanted || isEnd()) {
      throw source.wrong(at, what + found(), "");
    }
    at++;
  }

  /// What stands here, for a problem.
  String found() {
    if (isEnd()) {
      return ", but the file ends here";
    }
    return isLineBreak() ? ", but the line ends here" : ", not " + shown();
  }

  private String shown() {
    int end = at;
    while (end < text.length() && end - at < 20 && text.charAt(end) > ' ') {
      end++;
    }
    return end == at
        ? "a character U+%04X".formatted((int) text.charAt(at))
        : text.substring(at, end);
  }
}
