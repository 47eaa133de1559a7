package dev.landwaiter.dockerfile.stage;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.syntax.Word;

/// Where in a word a variable is used.
final class Uses {
  private Uses() {}

  /// The place of `$name`; the whole word where it does not stand in one piece in the file.
  ///
  /// @param offset of the `$` in the word
  static Span span(Word word, int offset, String name) {
    Position start = word.span().start();
    String text = word.text();
    int length = text.codePointCount(0, text.length());
    boolean whole =
        word.span().end().line() == start.line()
            && word.span().end().column() - start.column() == length;
    if (!whole) {
      return word.span();
    }
    int column = start.column() + text.codePointCount(0, offset);
    int last = column + text.codePointCount(offset, end(text, offset, name));
    return new Span(new Position(start.line(), column), new Position(start.line(), last));
  }

  /// The offset behind the name, or behind the brace that follows it.
  static int end(CharSequence text, int offset, String name) {
    boolean braced = offset + 1 < text.length() && text.charAt(offset + 1) == '{';
    int end = offset + (braced ? 2 : 1) + name.length();
    boolean closed = braced && end < text.length() && text.charAt(end) == '}';
    return Math.min(text.length(), closed ? end + 1 : end);
  }
}
