package dev.landwaiter.dockerfile.syntax;

import java.util.Arrays;

/// Where a text has the second halves of code points that take two `char`s: columns count code
/// points, so these do not count.
final class Halves {
  private static final Halves NONE = new Halves(new int[0]);

  private final int[] offsets;

  private Halves(int[] offsets) {
    this.offsets = offsets;
  }

  static Halves of(String text) {
    int count = text.length() - text.codePointCount(0, text.length());
    if (count == 0) {
      return NONE;
    }
    int[] found = new int[count];
    int next = 0;
    for (int i = 1; next < count; i++) {
      if (Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
        found[next++] = i;
      }
    }
    return new Halves(found);
  }

  /// How many code points begin from `start` up to, and without, `end`; an end within a code point
  /// is taken for its beginning.
  int points(int start, int end) {
    return offsets.length == 0 ? end - start : end - start - until(end) + until(start);
  }

  /// The offset at which the code point of this number, counted from 0 at `start`, begins; at most
  /// `end`.
  int offset(int start, int point, int end) {
    if (offsets.length == 0) {
      return (int) Math.min((long) start + point, end);
    }
    int low = start;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (points(start, middle) < point) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int until(int at) {
    int found = Arrays.binarySearch(offsets, at);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
