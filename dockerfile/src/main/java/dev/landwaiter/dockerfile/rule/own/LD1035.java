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
import dev.landwaiter.dockerfile.syntax.Keywords;
import dev.landwaiter.dockerfile.syntax.LineIndex;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.List;
import java.util.Optional;

/// Instructions that became part of the one above.
public final class LD1035 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1035",
              Level.WARNING,
              "An instruction stands on a line that continues the one above",
              "The line above ends with an escape character, so the builder takes the "
                  + "instruction for more arguments, and it has no effect of its own",
              "Take the escape character at the end of the line above away")
          .showsFixes();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    var reader = new Script.Reader(around);
    return (instruction, sink) -> {
      Statement statement = instruction.statement();
      int last = Pieces.lastLine(statement);
      for (int number = statement.firstLine() + 1; number <= last; number++) {
        String line = reader.lines().line(number);
        int end = keywordEnd(line);
        if (end > 0 && isBare(statement.line(), number)) {
          sink.report(
              instruction,
              new Span(new Position(number, 1), new Position(number, end + 1)),
              line.substring(0, end) + " is part of the " + statement.keyword() + " above",
              end(reader.lines(), number - 1, around.file().escape()));
        }
      }
    };
  }

  /// The length of an instruction's name in capitals at the start of a line, or 0.
  private static int keywordEnd(String line) {
    int end = 0;
    while (end < line.length() && line.charAt(end) >= 'A' && line.charAt(end) <= 'Z') {
      end++;
    }
    boolean blank = end > 1 && end < line.length() && line.charAt(end) == ' ';
    return blank && Keywords.isKnown(Keywords.normal(line.substring(0, end))) ? end : 0;
  }

  /// Whether the line begins outside quotes.
  private static boolean isBare(MappedText text, int line) {
    for (int at = 0; at < text.length(); at++) {
      if (text.position(at).line() == line) {
        return ShellMarks.isBare(text.toString(), at);
      }
    }
    return false;
  }

  /// The image changes, so this is for people to decide.
  private static Optional<Fix> end(LineIndex lines, int number, char escape) {
    String text = lines.line(number).stripTrailing();
    if (text.isEmpty() || text.charAt(text.length() - 1) != escape || text.startsWith("#")) {
      return Optional.empty();
    }
    String kept = text.substring(0, text.length() - 1).stripTrailing();
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    var gone =
        new Span(
            new Position(number, kept.codePointCount(0, kept.length()) + 1),
            new Position(number, text.codePointCount(0, text.length()) + 1));
    return Optional.of(new Fix("Let the line above end", false, List.of(new Edit(gone, ""))));
  }
}
