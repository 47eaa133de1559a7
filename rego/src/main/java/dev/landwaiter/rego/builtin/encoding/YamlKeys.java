package dev.landwaiter.rego.builtin.encoding;

import java.util.Comparator;

/// The order in which Go's YAML writer sorts keys: letters after anything else, numbers inside by
/// their value, everything else by code point.
final class YamlKeys {
  static final Comparator<String> ORDER = YamlKeys::compare;

  private YamlKeys() {}

  private static int compare(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    for (int i = 0; i < a.length && i < b.length; i++) {
      if (a[i] != b[i]) {
        boolean letter = Character.isLetter(a[i]);
        if (letter != Character.isLetter(b[i])) {
          return letter ? 1 : -1;
        }
        return letter ? Integer.compare(a[i], b[i]) : compareNumbers(a, b, i);
      }
    }
    return Integer.compare(a.length, b.length);
  }

  private static int compareNumbers(int[] a, int[] b, int from) {
    long leading = a[from] == '0' || b[from] == '0' ? startsInside(a, from) : 0;
    int endA = digitsEnd(a, from);
    int endB = digitsEnd(b, from);
    int byValue = Long.compare(value(a, from, endA, leading), value(b, from, endB, leading));
    if (byValue != 0) {
      return byValue;
    }
    return endA != endB ? Integer.compare(endA, endB) : Integer.compare(a[from], b[from]);
  }

  /// 1 when a digit other than zero stands before: the zero is not a leading one.
  private static long startsInside(int[] points, int from) {
    for (int i = from - 1; i >= 0 && Character.isDigit(points[i]); i--) {
      if (points[i] != '0') {
        return 1;
      }
    }
    return 0;
  }

  private static int digitsEnd(int[] points, int from) {
    int at = from;
    while (at < points.length && Character.isDigit(points[at])) {
      at++;
    }
    return at;
  }

  /// Overflows as the original does, which only makes the order odd.
  private static long value(int[] points, int from, int to, long leading) {
    long value = leading;
    for (int i = from; i < to; i++) {
      value = value * 10 + points[i] - '0';
    }
    return value;
  }
}
