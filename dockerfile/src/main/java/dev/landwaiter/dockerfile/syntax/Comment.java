package dev.landwaiter.dockerfile.syntax;

import dev.landwaiter.base.text.Span;

/// A line of its own that begins with `#`.
///
/// @param text what follows the first `#`, without the end of the line, nothing trimmed
/// @param span from the `#` to the end of the line
/// @param inside whether it stands inside a continued instruction
public record Comment(String text, Span span, boolean inside) {
  public int line() {
    return span.start().line();
  }
}
