package dev.landwaiter.base.version;

import java.util.ArrayList;
import java.util.List;

/// Upper bounds of the operators `~`, `~>` and `^`: one number counted up, the rest cut off.
final class Bounds {
  private Bounds() {}

  /// The first `count` numbers with the last of them counted up; none when the count is 0.
  static List<String> after(List<String> numbers, int count) {
    List<String> bound = new ArrayList<>(numbers.subList(0, count));
    if (!bound.isEmpty()) {
      bound.set(count - 1, Digits.next(bound.getLast()));
    }
    return bound;
  }

  /// How many numbers up to the first that is not 0, all when every one is.
  static int firstNonZero(List<String> numbers) {
    int i = 0;
    while (i < numbers.size() - 1 && Digits.zero(numbers.get(i))) {
      i++;
    }
    return Math.min(i + 1, numbers.size());
  }

  /// Whether a version is before the release with these numbers, its pre-releases included.
  static boolean before(List<String> numbers, String preRelease, List<String> bound) {
    if (bound.isEmpty()) {
      return true;
    }
    int sign = DottedVersion.comparePadded(numbers, bound);
    return sign < 0 || (sign == 0 && !preRelease.isEmpty());
  }
}
