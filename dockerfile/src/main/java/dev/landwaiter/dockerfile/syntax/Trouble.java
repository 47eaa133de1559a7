package dev.landwaiter.dockerfile.syntax;

import dev.landwaiter.base.text.Span;

/// Why the builder would refuse the file. Reading went on behind it.
///
/// @param phase how far the builder comes
/// @param message one sentence without a final stop
/// @param hint what to do, or empty
public record Trouble(Phase phase, Span span, String message, String hint) {
  /// The builder's steps that can refuse a file.
  public enum Phase {
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
