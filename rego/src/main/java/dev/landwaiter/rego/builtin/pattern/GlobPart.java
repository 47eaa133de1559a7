package dev.landwaiter.rego.builtin.pattern;

import java.util.List;

/// One piece of a glob.
sealed interface GlobPart {
  /// A text that stands for itself.
  record Text(String text) implements GlobPart {}

  /// `?`: one character that is no separator.
  record One() implements GlobPart {}

  /// `*`: any characters but separators.
  record Any() implements GlobPart {}

  /// `**`: any characters.
  record All() implements GlobPart {}

  /// `[abc]` or `[!abc]`.
  record OneOf(String points, boolean negated) implements GlobPart {}

  /// `[a-z]` or `[!a-z]`.
  record Range(int first, int last, boolean negated) implements GlobPart {}

  /// `{a,b}`.
  record Choice(List<List<GlobPart>> alternatives) implements GlobPart {}
}
