package dev.landwaiter.policy.input.hcl;

import java.util.List;

/// A template as it is written: texts, interpolations and the words of directives in a row.
sealed interface HclTemplatePiece {
  /// A text that stands for itself; in a here-document no more than one line.
  record Words(String text, int from, int to) implements HclTemplatePiece {
    /// The same without white space at its start or end.
    Words without(boolean start, boolean end) {
      String cut = start ? text.stripLeading() : text;
      return new Words(end ? cut.stripTrailing() : cut, from, to);
    }
  }

  record Interpolation(HclExpression inner) implements HclTemplatePiece {}

  /// A directive.
  ///
  /// @param word of the directive
  /// @param names of a loop's variables, apart by a comma
  /// @param operand the condition or the collection, if it has one
  record Control(String word, String names, List<HclExpression> operand, int from, int to)
      implements HclTemplatePiece {}
}
