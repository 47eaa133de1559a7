package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.List;

/// A blank line inside an instruction.
public final class NoEmptyContinuation implements Rule {
  private static final String ID = "NoEmptyContinuation";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            ID,
            Level.WARNING,
            "A blank line stands inside a continued instruction",
            "Blank lines there are skipped today and will be refused one day",
            "Remove the blank line, or put a comment into it")
        .fixes();
  }

  @Override
  public Judge begin(Surroundings around) {
    return Checked.all(
        around,
        ID,
        (instruction, sink) -> {
          List<Integer> blanks = instruction.statement().blanks();
          if (!blanks.isEmpty()) {
            sink.report(
                last(instruction.statement()),
                Fixes.line(blanks.getFirst()),
                "A blank line stands inside the instruction",
                Fixes.withoutLines("Blank lines are removed", around.file(), blanks));
          }
        });
  }

  /// The line the builder names: the last one before the documents.
  private static int last(Statement statement) {
    return statement.heredocs().isEmpty()
        ? statement.lastLine()
        : statement.heredocs().getFirst().body().span().start().line() - 1;
  }
}
