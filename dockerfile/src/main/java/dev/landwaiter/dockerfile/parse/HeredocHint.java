package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.dockerfile.syntax.Blank;
import dev.landwaiter.dockerfile.syntax.Keywords;

/// Where a heredoc without an end was probably meant to end.
final class HeredocHint {
  private HeredocHint() {}

  /// A sentence for a body that begins in line `first` (from 0) and never ends.
  static String of(Source source, int first, String name) {
    String end = "end it with a line that is exactly " + Quoted.of(name);
    for (int line = first; line < source.lines(); line++) {
      int stop = source.end(line);
      int start = source.start(line);
      if (Blank.trim(source.text.substring(start, stop)).equals(name)) {
        return end + "; line " + (line + 1) + " has more than that";
      }
    }
    for (int line = first; line < source.lines(); line++) {
      if (looksLikeInstruction(source.text, source.start(line), source.end(line))) {
        return end + ", perhaps before line " + (line + 1);
      }
    }
    return end;
  }

  private static boolean looksLikeInstruction(String text, int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z') {
      at++;
    }
    return at > start
        && at < end
        && Blank.separates(text.charAt(at))
        && Keywords.isKnown(text.substring(start, at));
  }
}
