package dev.landwaiter.dockerfile.shell.parse;

import dev.landwaiter.dockerfile.shell.Reading;
import dev.landwaiter.dockerfile.shell.Script;

/// Reads shell text (reference: 10.2, 10.3). It never fails: what cannot be read is refused.
public final class ShellReader {
  /// More characters than this are not read.
  public static final int LENGTH = 1 << 20;

  private ShellReader() {}

  /// Reads a text as bash, the language with most constructs.
  public static Reading read(String text) {
    if (text.length() > LENGTH) {
      return new Reading(Script.EMPTY, true, "longer than 1 MiB", LENGTH);
    }
    try {
      Script script =
          new Grammar(new Cursor(text, 0, text.length(), new int[0]), new Bounds()).whole();
      return new Reading(script, false, "", 0);
    } catch (Refusal refusal) {
      return new Reading(
          Script.EMPTY, true, String.valueOf(refusal.getMessage()), refusal.offset());
    }
  }
}
