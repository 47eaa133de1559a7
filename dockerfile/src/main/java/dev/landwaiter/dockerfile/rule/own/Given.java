package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.syntax.Heredoc;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.LineIndex;
import java.util.ArrayList;
import java.util.List;

/// What the file itself gives a command to read: `<<EOF` and `<<< text`.
record Given(Instruction.Run run, LineIndex lines) {
  /// A line of the input and its place.
  record Line(String text, Span span) {}

  /// The lines that the command at this place reads; none where they do not stand in the file.
  List<Line> to(Span command) {
    String text = lines.slice(command);
    int at = text.indexOf("<<");
    if (at < 0) {
      return List.of();
    }
    if (text.startsWith("<<<", at)) {
      return List.of(new Line(unquoted(text.substring(at + 3).strip()), command));
    }
    String marker = text.substring(at + (text.startsWith("<<-", at) ? 3 : 2)).stripLeading();
    int end = 0;
    while (end < marker.length() && " \t\n\\|&;<>()".indexOf(marker.charAt(end)) < 0) {
      end++;
    }
    String name = unquoted(marker.substring(0, end));
    return name.isEmpty() ? List.of() : document(name, command.end().line() + 1);
  }

  private List<Line> document(String name, int next) {
    int first = next;
    for (Heredoc each : run.statement().heredocs()) {
      if (each.name().equals(name)) {
        first = each.body().span().start().line();
      }
    }
    var found = new ArrayList<Line>();
    for (int number = first; number <= lines.lines(); number++) {
      String line = lines.line(number).strip();
      if (line.equals(name)) {
        return found;
      }
      found.add(new Line(line, new Span(new Position(number, 1), new Position(number + 1, 1))));
    }
    return List.of();
  }

  private static String unquoted(String word) {
    char first = word.isEmpty() ? ' ' : word.charAt(0);
    int end = first == '"' || first == '\'' ? word.indexOf(first, 1) : -1;
    return end < 0 ? word : word.substring(1, end);
  }
}
