package dev.landwaiter.dockerfile.shell.parse;

import dev.landwaiter.dockerfile.shell.Dialect;
import dev.landwaiter.dockerfile.shell.Reading;
import dev.landwaiter.dockerfile.shell.Script;

/// Reads shell text (reference: 10.2, 10.3). It never fails: what cannot be read is refused.
public final class ShellReader {
  /// More characters than this are not read.
  public static final int LENGTH = 1 << 20;

  private ShellReader() {}

  /// Reads a text as ShellCheck reads bash.
  public static Reading read(String text) {
    return read(text, Manner.CHECKED);
  }

  /// Reads a text as its shell does. `sh` is bash in many images, so what makes no sense for a
  /// small shell is read as bash.
  public static Reading read(String text, Dialect dialect) {
    Reading reading = read(text, new Manner(false, dialect.extended()));
    return reading.refused() && !dialect.extended() ? read(text, new Manner(false, true)) : reading;
  }

  private static Reading read(String text, Manner manner) {
    if (text.length() > LENGTH) {
      return new Reading(Script.EMPTY, true, "longer than 1 MiB", LENGTH);
    }
    try {
      var cursor = new Cursor(text, 0, text.length(), new int[0], manner);
      return new Reading(new Grammar(cursor, new Bounds()).whole(), false, "", 0);
    } catch (Refusal refusal) {
      String message = String.valueOf(refusal.getMessage());
      return new Reading(Script.EMPTY, true, message, refusal.offset());
    }
  }
}
