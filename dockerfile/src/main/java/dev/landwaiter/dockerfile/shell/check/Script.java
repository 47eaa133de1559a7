package dev.landwaiter.dockerfile.shell.check;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.LineIndex;
import dev.landwaiter.dockerfile.syntax.MappedText;

/// What ShellCheck gets to see of one RUN (reference: 12).
///
/// @param header lines before the text
/// @param lines how many those are
record Script(Instruction.Run run, String header, int lines, MappedText text) {
  String whole() {
    return header + text;
  }

  /// Where a place of the script is in the file; what is wrong in the header is wrong with the
  /// instruction.
  Span span(Span place) {
    if (place.start().line() <= lines) {
      return run.statement().keyword().span();
    }
    LineIndex index = LineIndex.of(text.toString());
    int start = offset(index, place.start());
    return text.span(start, Math.max(start, offset(index, place.end())));
  }

  private int offset(LineIndex index, Position place) {
    return index.offset(new Position(Math.max(1, place.line() - lines), place.column()));
  }
}
