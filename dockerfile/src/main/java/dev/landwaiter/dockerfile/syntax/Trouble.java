package dev.landwaiter.dockerfile.syntax;

import dev.landwaiter.base.text.Span;

/// Why the builder would refuse the file. Reading went on behind it.
///
/// @param phase how far the builder comes
/// @param message one sentence without a final stop
/// @param hint what to do, or empty
/// @param builderLine the line that the builder names: often the first one of the instruction, of a
///   directive the one before it, and 0 where it names none
public record Trouble(Phase phase, Span span, String message, String hint, int builderLine) {
  /// A trouble for which the builder names the line where it is.
  public Trouble(Phase phase, Span span, String message, String hint) {
    this(phase, span, message, hint, span.start().line());
  }

  /// The steps that can refuse a file.
  public enum Phase {
    /// Not the builder's: the file is larger than what is read of one.
    LIMIT,
    /// Lines, directives, argument forms and heredocs.
    PARSE,
    /// The meaning of each instruction: counts, flags, order.
    INSTRUCTIONS,
    /// Names, variables and values, found when the stages are put together.
    BUILD
  }

  public int line() {
    return span.start().line();
  }
}
