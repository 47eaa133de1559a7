package dev.landwaiter.policy.input;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;

/// Lines and columns of a text by offset; lines end with LF.
public final class TextPlaces {
  private final String text;
  private int[] starts = new int[16];
  private int lines;

  /// What was asked last: most callers go forward, and a text may be one long line.
  private Asked last = new Asked(0, 1);

  private record Asked(int offset, int column) {}

  public TextPlaces(String text) {
    this.text = text;
    add(0);
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      add(at + 1);
    }
  }

  private void add(int start) {
    if (lines == starts.length) {
      starts = java.util.Arrays.copyOf(starts, lines * 2);
    }
    starts[lines++] = start;
  }

  /// The place of a character by its index in the text.
  public Position at(int offset) {
    int found = java.util.Arrays.binarySearch(starts, 0, lines, offset);
    int line = found >= 0 ? found : -found - 2;
    Asked before = last;
    int from = starts[line];
    int column = 1;
    if (before.offset > from && before.offset <= offset) {
      from = before.offset;
      column = before.column;
    }
    column += text.codePointCount(from, offset);
    last = new Asked(offset, column);
    return new Position(line + 1, column);
  }

  /// The piece from one index up to, and without, another.
  public Span span(int start, int end) {
    return new Span(at(start), at(end));
  }
}
