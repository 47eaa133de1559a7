package dev.landwaiter.dockerfile.stage;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Trouble;
import java.util.ArrayList;
import java.util.List;

/// Collects why the builder would refuse a file.
final class Refusals {
  private final List<Refusal> all = new ArrayList<>();

  /// @param builderLine the line that the builder names, or 0
  private void add(Moment moment, Span span, String message, int builderLine) {
    var trouble = new Trouble(Trouble.Phase.BUILD, span, message, "", builderLine);
    all.add(new Refusal(moment, trouble));
  }

  /// Counts for the line where it is.
  void at(Moment moment, Span span, String message) {
    add(moment, span, message, span.start().line());
  }

  /// Counts for the line of the instruction.
  void at(Moment moment, Instruction instruction, String message) {
    at(moment, head(instruction), message);
  }

  /// The builder names no line for it.
  void unplaced(Moment moment, Instruction instruction, String message) {
    unplaced(moment, head(instruction), message);
  }

  void unplaced(Moment moment, Span span, String message) {
    add(moment, span, message, 0);
  }

  private static Span head(Instruction instruction) {
    return instruction.statement().keyword().span();
  }

  /// The first directive about checks, or the top of the file.
  static Span top(Dockerfile file) {
    return file.directives().stream()
        .filter(each -> each.name().equals("check"))
        .findFirst()
        .map(each -> each.span())
        .orElse(new Span(Position.START, Position.START));
  }

  List<Refusal> all() {
    return all;
  }
}
