package dev.landwaiter.policy.input;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;

/// Lines and columns of a text by offset; lines end with LF.
public final class TextPlaces {
  private final String text;
  private int[] starts = new int[16];
  private int lines;

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
    return new Position(line + 1, text.codePointCount(starts[line], offset) + 1);
  }

  /// The piece from one index up to, and without, another.
  public Span span(int start, int end) {
    return new Span(at(start), at(end));
  }
}
