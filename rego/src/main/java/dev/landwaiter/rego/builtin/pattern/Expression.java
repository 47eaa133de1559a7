package dev.landwaiter.rego.builtin.pattern;

import java.util.List;

/// A regular expression without what only full engines know: word boundaries, flags, classes of
/// Unicode.
sealed interface Expression {
  /// One code point out of ranges: first and last, in pairs.
  final class One implements Expression {
    private final int[] ranges;

    One(int[] ranges) {
      this.ranges = ranges;
    }

    boolean takes(int point) {
      for (int i = 0; i < ranges.length; i += 2) {
        if (point >= ranges[i] && point <= ranges[i + 1]) {
          return true;
        }
      }
      return false;
    }
  }

  /// All, one behind the other.
  record Sequence(List<Expression> parts) implements Expression {}

  /// Any of them.
  record Choice(List<Expression> alternatives) implements Expression {}

  /// From so many to so many times; without end when `most` is negative.
  record Repeat(Expression what, int least, int most) implements Expression {}

  /// The begin of the text.
  record Begin() implements Expression {}

  /// The end of the text.
  record End() implements Expression {}
}
