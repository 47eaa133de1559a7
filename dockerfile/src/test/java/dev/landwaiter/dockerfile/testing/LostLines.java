package dev.landwaiter.dockerfile.testing;

import dev.landwaiter.dockerfile.syntax.Blank;
import dev.landwaiter.dockerfile.syntax.Comment;
import dev.landwaiter.dockerfile.syntax.Directive;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Heredoc;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.LineIndex;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.BitSet;

/// Whether each line of a file is blank, a directive, a comment or part of an instruction.
final class LostLines {
  private LostLines() {}

  static void check(Dockerfile file, LineIndex lines) {
    BitSet directives = new BitSet();
    for (Directive each : file.directives()) {
      directives.set(each.span().start().line());
    }
    BitSet comments = new BitSet();
    for (Comment each : file.comments()) {
      comments.set(each.line());
    }
    BitSet statements = new BitSet();
    BitSet bodies = new BitSet();
    for (Instruction each : file.instructions()) {
      Statement statement = each.statement();
      statements.set(statement.firstLine(), statement.lastLine() + 1);
      bodies(statement, bodies);
    }
    for (int line = 1; line <= lines.lines(); line++) {
      String text = Blank.trim(lines.line(line));
      boolean comment = text.startsWith("#") && !bodies.get(line) && !directives.get(line);
      Spans.require(comment == comments.get(line), "comments differ in line " + line, text);
      Spans.require(
          text.isEmpty() || comment || directives.get(line) || statements.get(line),
          "lost line " + line,
          text);
    }
  }

  /// Documents stand behind the joined line, up to the last line of the statement.
  private static void bodies(Statement statement, BitSet bodies) {
    for (Heredoc each : statement.heredocs()) {
      bodies.set(each.body().span().start().line(), statement.lastLine() + 1);
      return;
    }
  }
}
