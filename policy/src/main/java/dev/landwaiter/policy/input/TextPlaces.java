package dev.landwaiter.policy.input;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import java.util.Arrays;

/// Lines and columns of a text by offset; lines end with LF. Each question is answered by looking
/// through a table, in any order and however long lines are.
public final class TextPlaces {
  private final int[] starts;

  /// The second halves of code points that take two characters.
  private final int[] halves;

  public TextPlaces(String text) {
    var lines = new Offsets();
    lines.add(0);
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      lines.add(at + 1);
    }
    starts = lines.all();
    var pairs = new Offsets();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLowSurrogate(text.charAt(i))) {
        pairs.add(i);
      }
    }
    halves = pairs.all();
  }

  /// Offsets in rising order.
  private static final class Offsets {
    private int[] offsets = new int[16];
    private int count;

    void add(int offset) {
      if (count == offsets.length) {
        offsets = Arrays.copyOf(offsets, count * 2);
      }
      offsets[count++] = offset;
    }

    int[] all() {
      return Arrays.copyOf(offsets, count);
    }
  }

  /// The place of a character by its index in the text.
  public Position at(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : -found - 2;
    int start = starts[line];
    int column = offset - start - (halvesBefore(offset) - halvesBefore(start)) + 1;
    return new Position(line + 1, column);
  }

  private int halvesBefore(int offset) {
    int found = Arrays.binarySearch(halves, offset);
    return found >= 0 ? found : -found - 1;
  }

  /// The piece from one index up to, and without, another.
  public Span span(int start, int end) {
    return new Span(at(start), at(end));
  }
}
