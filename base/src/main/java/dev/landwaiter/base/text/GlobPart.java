package dev.landwaiter.base.text;

import java.util.List;

/// One piece of a parsed glob.
sealed interface GlobPart {
  /// One character that stands for itself.
  record Literal(int point) implements GlobPart {}

  /// `?`: one character that is no separator.
  record One() implements GlobPart {}

  /// `*`: any characters but separators.
  record Star() implements GlobPart {}

  /// `**`: whole folders where it fills a path element, else the same as `*`.
  record DoubleStar() implements GlobPart {}

  /// `[…]`: one character that is no separator, out of ranges, or outside all of them.
  record OneOf(List<Range> ranges, boolean negated) implements GlobPart {
    boolean matches(int point) {
      for (Range range : ranges) {
        if (range.first <= point && point <= range.last) {
          return !negated;
        }
      }
      return negated;
    }
  }

  /// `{…,…}`: one of several globs.
  record Choice(List<List<GlobPart>> alternatives) implements GlobPart {}

  /// Code points, both ends included.
  record Range(int first, int last) {}
}
