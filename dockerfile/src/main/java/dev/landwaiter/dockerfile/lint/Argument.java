package dev.landwaiter.dockerfile.lint;

import dev.landwaiter.base.text.Span;
import java.util.List;

/// One word of a command behind its first one.
///
/// @param text quotes taken away, variables shown as `${name}` (reference: 10.5)
/// @param flags the flags it sets: one for `--name` and `--name=value`, each letter of `-abc`, none
///   for other words
/// @param span in the file
/// @param value whether it is known to be the value of the option before it
public record Argument(String text, List<String> flags, Span span, boolean value) {
  public Argument {
    flags = List.copyOf(flags);
  }

  public Argument(String text, List<String> flags, Span span) {
    this(text, flags, span, false);
  }

  public boolean isFlag() {
    return !flags.isEmpty();
  }

  @Override
  public String toString() {
    return text;
  }
}
