package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.List;
import java.util.Optional;

/// Blanks behind the character that continues a line.
public final class LD1032 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1032",
              Level.STYLE,
              "Blanks follow the character that continues the line",
              "The builder overlooks them, but other tools, and a shell that gets the same "
                  + "text, see an escaped blank and the end of the command",
              "Take the blanks away")
          .fixes();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    var reader = new Script.Reader(around);
    char escape = around.file().escape();
    return (instruction, sink) -> {
      Statement statement = instruction.statement();
      int last = Pieces.lastLine(statement);
      for (int line = statement.firstLine(); line < last; line++) {
        String text = reader.lines().line(line);
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
          end--;
        }
        if (end > 0
            && end < text.length()
            && text.charAt(end - 1) == escape
            && !text.stripLeading().startsWith("#")) {
          int columns = text.codePointCount(0, end);
          Span blanks =
              new Span(
                  new Position(line, columns + 1),
                  new Position(line, columns + 1 + text.length() - end));
          sink.report(
              instruction,
              blanks,
              "Blanks behind the " + escape + " at the end of the line",
              Optional.of(new Fix("Take the blanks away", true, List.of(new Edit(blanks, "")))));
        }
      }
    };
  }
}
