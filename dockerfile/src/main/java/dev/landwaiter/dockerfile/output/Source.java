package dev.landwaiter.dockerfile.output;

import dev.landwaiter.base.text.Position;
import java.util.Arrays;

/// A text by its lines, to show pieces of it.
///
/// Lines and columns count from 1, columns in code points; what lies behind the end of a line or of
/// the text is taken as its end.
public final class Source {
  private final String text;

  /// Where each line begins.
  private final int[] starts;

  public Source(String text) {
    this.text = text;
    int[] found = new int[64];
    int count = 1;
    for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = feed + 1;
    }
    this.starts = Arrays.copyOf(found, count);
  }

  public String text() {
    return text;
  }

  /// How many lines there are; behind a line feed at the very end begins none.
  public int lines() {
    return starts.length > 1 && starts[starts.length - 1] == text.length()
        ? starts.length - 1
        : starts.length;
  }

  /// The line of this number without its end; empty where there is none.
  public String line(int number) {
    if (number < 1 || number > starts.length) {
      return "";
    }
    int start = starts[number - 1];
    int end = number == starts.length ? text.length() : starts[number] - 1;
    while (end > start && (text.charAt(end - 1) == '\r' || text.charAt(end - 1) == '\n')) {
      end--;
    }
    return text.substring(start, end);
  }

  /// The offset of a place in the text, in UTF-16 code units from 0.
  public int offset(Position place) {
    int line = Math.max(1, Math.min(place.line(), starts.length));
    if (line < place.line()) {
      return text.length();
    }
    return starts[line - 1] + column(place) - 1;
  }

  /// The column of a place in UTF-16 code units, from 1.
  public int column(Position place) {
    if (place.line() < 1 || place.line() > starts.length) {
      return 1;
    }
    int start = starts[place.line() - 1];
    int end = place.line() == starts.length ? text.length() : starts[place.line()];
    int at = start;
    for (int column = 1; column < place.column() && at < end; column++) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at - start + 1;
  }
}
