package dev.landwaiter.dockerfile.syntax;

import dev.landwaiter.base.text.Span;

/// A line of its own that begins with `#`.
///
/// @param text what follows the first `#`, without the end of the line, nothing trimmed
/// @param span from the `#` to the end of the line
/// @param inside whether it stands inside a continued instruction
public record Comment(String text, Span span, boolean inside) {
  /// What the builder keeps of it: all behind the first character of the line, so that an indented
  /// comment keeps its `#`.
  public String kept() {
    return Blank.trim(span.start().column() > 1 ? "#" + text : text);
  }

  public int line() {
    return span.start().line();
  }
}
