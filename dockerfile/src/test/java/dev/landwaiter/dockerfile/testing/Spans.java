package dev.landwaiter.dockerfile.testing;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.syntax.Comment;
import dev.landwaiter.dockerfile.syntax.Directive;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.LineIndex;
import dev.landwaiter.dockerfile.syntax.Statement;
import dev.landwaiter.dockerfile.syntax.Trouble;
import java.util.List;
import java.util.Locale;

/// What holds of every Dockerfile that was read, whatever its bytes: each node stands in the file
/// where it says, statements do not overlap, and no line is lost.
public final class Spans {
  private final Dockerfile file;
  private final LineIndex lines;

  private Spans(Dockerfile file) {
    this.file = file;
    this.lines = LineIndex.of(file.text());
  }

  /// Fails unless all of it holds for the file.
  public static void check(Dockerfile file) {
    Spans spans = new Spans(file);
    spans.directives();
    spans.comments();
    spans.statements();
    for (Trouble each : file.troubles()) {
      spans.inside(each.span(), each);
      require(each.builderLine() >= 0 && each.builderLine() <= spans.lines.lines(), each);
      spans.sentence(each.message(), each);
    }
    if (!file.text().isEmpty() && !cutOff(file)) {
      LostLines.check(file, spans.lines);
    }
  }

  /// Fails unless the findings stand in the file and their fixes can be carried out.
  public static void check(Dockerfile file, List<Finding> findings) {
    Spans spans = new Spans(file);
    for (Finding each : findings) {
      // The classic linter counts a tab as the columns up to the next stop: no place in the file.
      if (!Linted.unreadable(each)) {
        spans.inside(each.span(), each);
      }
      require(each.line() >= 1 && each.line() <= spans.lines.lines(), each);
      spans.sentence(each.message(), each);
      each.fix().ifPresent(fix -> spans.fix(fix, each));
    }
  }

  /// Fails unless the nodes of these instructions, however they were read, stand in the file.
  public static void check(Dockerfile file, Iterable<Instruction> instructions) {
    Spans spans = new Spans(file);
    for (Instruction each : instructions) {
      spans.inside(each.statement().span(), each);
      Nodes.spans(each, span -> spans.inside(span, each));
    }
  }

  private static boolean cutOff(Dockerfile file) {
    return file.troubles().stream().anyMatch(each -> each.message().startsWith("there are more"));
  }

  private void fix(Fix fix, Finding finding) {
    require(!fix.edits().isEmpty(), finding);
    Position behind = Position.START;
    for (Edit each : fix.edits()) {
      inside(each.span(), finding);
      require(each.span().start().compareTo(behind) >= 0, "edits out of order", finding);
      behind = each.span().end();
    }
  }

  private void directives() {
    for (Directive each : file.directives()) {
      inside(each.span(), each);
      String text = lines.slice(each.span());
      require(text.startsWith("#") && text.endsWith(each.value()), text, each);
      require(text.toLowerCase(Locale.ROOT).contains(each.name()), text, each);
    }
  }

  private void comments() {
    Position behind = Position.START;
    for (Comment each : file.comments()) {
      inside(each.span(), each);
      require(lines.slice(each.span()).equals("#" + each.text()), each);
      require(each.span().start().compareTo(behind) >= 0, "comments out of order", each);
      behind = each.span().end();
    }
  }

  private void statements() {
    Position behind = Position.START;
    int index = 0;
    for (Instruction each : file.instructions()) {
      Statement statement = each.statement();
      inside(statement.span(), statement);
      require(statement.index() == index++, "numbered wrongly", statement);
      require(statement.span().start().compareTo(behind) >= 0, "statements overlap", statement);
      behind = statement.span().end();
      // The first line may have nothing but an escape character in it.
      Position keyword = statement.keyword().span().start();
      require(keyword.compareTo(statement.span().start()) >= 0, statement);
      Nodes.spans(each, span -> inside(span, each));
      new Texts(lines, statement).check(each);
    }
  }

  private void inside(Span span, Object of) {
    require(span.start().compareTo(span.end()) <= 0, "ends before it begins: " + span, of);
    inside(span.start(), of);
    inside(span.end(), of);
  }

  private void inside(Position place, Object of) {
    int line = place.line();
    require(line >= 1 && line <= lines.lines(), "in no line: " + place, of);
    int offset = lines.offset(place);
    Position back = lines.position(offset);
    // Behind a line feed the next line begins; that is the same place.
    require(back.equals(place) || behindFeed(place, back, offset), "in no column: " + place, of);
  }

  private boolean behindFeed(Position place, Position back, int offset) {
    return back.line() == place.line() + 1
        && back.column() == 1
        && offset > 0
        && lines.text().charAt(offset - 1) == '\n'
        && lines.position(offset - 1).column() + 1 == place.column();
  }

  private void sentence(String message, Object of) {
    require(!message.isBlank() && !message.endsWith("."), "no sentence", of);
  }

  static void require(boolean holds, Object of) {
    require(holds, "wrong", of);
  }

  static void require(boolean holds, String what, Object of) {
    if (!holds) {
      throw new AssertionError(what + ": " + of);
    }
  }
}
