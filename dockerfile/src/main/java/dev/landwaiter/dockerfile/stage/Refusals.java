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

  void add(Moment moment, Span span, String message, boolean placed) {
    var trouble = new Trouble(Trouble.Phase.BUILD, span, message, "");
    all.add(new Refusal(moment, trouble, placed));
  }

  /// Counts for the line of the instruction.
  void at(Moment moment, Instruction instruction, String message) {
    add(moment, head(instruction), message, true);
  }

  /// The builder names no line for it.
  void unplaced(Moment moment, Instruction instruction, String message) {
    add(moment, head(instruction), message, false);
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
