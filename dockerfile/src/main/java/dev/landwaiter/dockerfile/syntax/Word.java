package dev.landwaiter.dockerfile.syntax;

import dev.landwaiter.base.text.Span;

/// One argument as it is written: quotes, escapes and variables are still in it.
///
/// An element of a JSON array is a word without its double quotes and JSON escapes.
public record Word(String text, Span span) {
  /// Without the quote characters, single and double, at both ends.
  public String unquoted() {
    int start = 0;
    int end = text.length();
    while (start < end && isQuote(text.charAt(start))) {
      start++;
    }
    while (end > start && isQuote(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  @Override
  public String toString() {
    return text;
  }
}
