package dev.landwaiter.dockerfile.lint;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.Optional;

/// Where a rule says what it found; id, aliases and level are known from the rule.
@FunctionalInterface
public interface Sink {
  /// Says what is wrong in which line, and how to mend it.
  ///
  /// @param line the line the finding counts for, from 1
  /// @param span the piece that is wrong
  void report(int line, Span span, String message, Optional<Fix> fix);

  /// Says where a secret stands, which no report may show.
  default void hide(Span secret) {}

  /// Says where something is wrong, and how to mend it.
  ///
  /// @param at the instruction whose first line the finding counts for
  default void report(Instruction at, Span span, String message, Optional<Fix> fix) {
    report(at.line(), span, message, fix);
  }

  /// Says where something is wrong.
  default void report(Instruction at, Span span, String message) {
    report(at, span, message, Optional.empty());
  }

  /// The keyword is shown as the place.
  default void report(Instruction at, String message) {
    report(at, at.statement().keyword().span(), message);
  }
}
