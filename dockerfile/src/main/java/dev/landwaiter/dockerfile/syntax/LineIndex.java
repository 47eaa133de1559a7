package dev.landwaiter.dockerfile.syntax;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import java.util.Arrays;

/// Where the lines of a text begin, to turn places into offsets and back.
///
/// Offsets count `char`s from 0. Places outside the text are taken for the nearest one inside.
public final class LineIndex {
  private final String text;
  private final int[] starts;

  private final Halves halves;

  private LineIndex(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
    this.halves = Halves.of(text);
  }

  /// Lines end at a line feed.
  public static LineIndex of(String text) {
    int[] starts = new int[64];
    int lines = 1;
    for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
      if (lines == starts.length) {
        starts = Arrays.copyOf(starts, 2 * lines);
      }
      starts[lines++] = feed + 1;
    }
    return new LineIndex(text, Arrays.copyOf(starts, lines));
  }

  public String text() {
    return text;
  }

  /// How many lines there are; behind a final line feed an empty one begins.
  public int lines() {
    return starts.length;
  }

  /// The line of this number, without its end.
  public String line(int number) {
    int start = start(number);
    int end = number >= starts.length ? text.length() : starts[number] - 1;
    return end > start && text.charAt(end - 1) == '\r'
        ? text.substring(start, end - 1)
        : text.substring(start, Math.max(start, end));
  }

  public int offset(Position place) {
    if (place.line() > starts.length) {
      return text.length();
    }
    int start = start(place.line());
    int end = place.line() == starts.length ? text.length() : starts[place.line()];
    return halves.offset(start, Math.max(0, place.column() - 1), end);
  }

  public Position position(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, 1 + halves.points(starts[line], offset));
  }

  /// The piece of the text.
  public String slice(Span span) {
    int start = offset(span.start());
    return text.substring(start, Math.max(start, offset(span.end())));
  }

  private int start(int number) {
    return number < 1 ? 0 : number > starts.length ? text.length() : starts[number - 1];
  }
}
