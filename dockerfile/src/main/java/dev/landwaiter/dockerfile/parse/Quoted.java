package dev.landwaiter.dockerfile.parse;

/// Text of the file within a message: between back-ticks, in one line, and not longer than a
/// message can bear.
final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  static String of(CharSequence text) {
    var shown = new StringBuilder("`");
    int left = LONGEST;
    for (int at = 0; at < text.length() && left >= 0; left--) {
      int point = Character.codePointAt(text, at);
      at += Character.charCount(point);
      shown.appendCodePoint(left == 0 ? '…' : Character.isISOControl(point) ? ' ' : point);
    }
    return shown.append('`').toString();
  }
}
