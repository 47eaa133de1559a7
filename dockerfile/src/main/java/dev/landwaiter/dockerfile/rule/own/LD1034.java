package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Keywords;
import dev.landwaiter.dockerfile.syntax.LineIndex;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lines that go on although the line above does not say so.
public final class LD1034 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1034",
              Level.WARNING,
              "A line looks like the rest of the instruction above, which does not " + "continue",
              "The builder reads it as an instruction of its own and stops",
              "End the line above with the escape character, usually a backslash")
          .fixes();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    var reader = new Script.Reader(around);
    var before = new ArrayList<Statement>();
    return (instruction, sink) -> {
      Statement statement = instruction.statement();
      if (instruction instanceof Instruction.Broken && !before.isEmpty()) {
        see(around, instruction, before.getLast(), reader, sink);
      }
      before.clear();
      before.add(statement);
    };
  }

  private static void see(
      Surroundings around, Instruction broken, Statement above, Script.Reader reader, Sink sink) {
    Statement statement = broken.statement();
    boolean next = statement.firstLine() <= above.lastLine() + 2 && above.heredocs().isEmpty();
    if (!next
        || Keywords.isKnown(Keywords.normal(statement.keyword().text()))
        || isUnknown(above)) {
      return;
    }
    String end = above.arguments().toString().stripTrailing();
    String line = reader.lines().line(statement.firstLine());
    if (line.contains("{{") || reader.lines().line(above.lastLine()).contains("}}")) {
      // A template of another program.
      return;
    }
    boolean goesOn =
        end.endsWith("&&")
            || end.endsWith("|")
            || end.endsWith(";")
            || line.startsWith("&&")
            || line.startsWith("|")
            || (!line.isEmpty() && Character.isWhitespace(line.charAt(0)));
    if (goesOn) {
      sink.report(
          broken,
          statement.keyword().span(),
          "The line seems to go on from line "
              + above.lastLine()
              + ", at whose end a "
              + "continuation is missing",
          goOn(around, reader.lines(), above));
    }
  }

  /// A comment or an empty line between would end up inside the instruction.
  private static Optional<Fix> goOn(Surroundings around, LineIndex lines, Statement above) {
    int line = above.lastLine();
    String text = lines.line(line).stripTrailing();
    if (lines.line(line + 1).isBlank() || text.startsWith("#")) {
      return Optional.empty();
    }
    var place = new Position(line, text.codePointCount(0, text.length()) + 1);
    String escape = " " + around.file().escape();
    return Optional.of(
        new Fix(
            "Let the line above go on", true, List.of(new Edit(new Span(place, place), escape))));
  }

  private static boolean isUnknown(Statement statement) {
    return !Keywords.isKnown(Keywords.normal(statement.keyword().text()));
  }
}
