package dev.landwaiter.base.text;

/// A piece of a text: from its first character up to, and without, the character at `end`.
public record Span(Position start, Position end) {
  /// The line on which the last character stands, be it a line break.
  public int lastLine() {
    return end.column() == 1 && end.line() > start.line() ? end.line() - 1 : end.line();
  }
}
