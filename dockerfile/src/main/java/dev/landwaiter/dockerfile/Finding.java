package dev.landwaiter.dockerfile;

import dev.landwaiter.base.text.Span;
import java.util.List;
import java.util.Optional;

/// Something wrong in a Dockerfile.
///
/// @param id of the rule: `DL3008`, `SC2086`, `StageNameCasing` or `LD1001`
/// @param aliases ids under which other linters know the same defect
/// @param line of the instruction's first character, from 1: where pragmas and the classic outputs
///   see it
/// @param span the piece of the file that is wrong
/// @param message one sentence without a final stop, for one line
public record Finding(
    String id,
    List<String> aliases,
    Level level,
    int line,
    Span span,
    String message,
    Optional<Fix> fix) {
  public Finding {
    aliases = List.copyOf(aliases);
  }

  /// Counted for another line.
  public Finding at(int other) {
    return new Finding(id, aliases, level, other, span, message, fix);
  }

  public Finding at(Level other) {
    return new Finding(id, aliases, other, line, span, message, fix);
  }

  /// Without its fix.
  public Finding unmendable() {
    return fix.isEmpty()
        ? this
        : new Finding(id, aliases, level, line, span, message, Optional.empty());
  }
}
