package dev.landwaiter.base.printf;

/// What stands between the percent sign and the verb.
final class Flags {
  boolean plus;
  boolean minus;
  boolean sharp;
  boolean space;
  boolean zero;

  /// `%#v`: as in a program text.
  boolean program;

  /// The least width in code points, or -1.
  int width = -1;

  /// The precision, or -1.
  int precision = -1;

  void clear() {
    plus = false;
    minus = false;
    sharp = false;
    space = false;
    zero = false;
    program = false;
    width = -1;
    precision = -1;
  }

  boolean isPlain() {
    return !(plus || minus || sharp || space || zero || program) && width < 0 && precision < 0;
  }

  /// Writes a text and what is missing to the width.
  void pad(String text, boolean zeros, StringBuilder out) {
    int missing = width <= 0 ? 0 : width - text.codePointCount(0, text.length());
    if (missing <= 0) {
      out.append(text);
    } else if (minus) {
      out.append(text).repeat(' ', missing);
    } else {
      out.repeat(zeros && zero ? '0' : ' ', missing).append(text);
    }
  }
}
