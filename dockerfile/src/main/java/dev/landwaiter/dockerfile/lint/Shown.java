package dev.landwaiter.dockerfile.lint;

/// Text of the file as messages quote it: in one line and not longer than a message can bear.
public final class Shown {
  private static final int LIMIT = 60;

  private Shown() {}

  public static String of(String text) {
    var shown = new StringBuilder();
    int left = LIMIT;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (left-- == 0) {
        return shown.append('…').toString();
      }
      shown.appendCodePoint(Character.isISOControl(point) ? ' ' : point);
    }
    return shown.toString();
  }
}
