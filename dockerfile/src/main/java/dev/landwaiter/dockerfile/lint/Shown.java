package dev.landwaiter.dockerfile.lint;

/// Text of the file as messages quote it: in one line and not longer than a message can bear.
public final class Shown {
  private static final int LIMIT = 60;

  private static final int LONGEST_MESSAGE = 500;

  private Shown() {}

  public static String of(String text) {
    return of(text, LIMIT);
  }

  /// A whole message: whatever it quotes, it stays in one line and can be read.
  public static String message(String text) {
    boolean fine = text.length() <= LONGEST_MESSAGE;
    for (int i = 0; fine && i < text.length(); i++) {
      fine = !Character.isISOControl(text.charAt(i));
    }
    return fine ? text : of(text, LONGEST_MESSAGE);
  }

  private static String of(String text, int limit) {
    var shown = new StringBuilder();
    int left = limit;
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
