package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.List;
import java.util.Optional;

/// Reports the second and every later instruction of a kind in a stage; to mend it, the one before
/// goes.
final class OnePerStage implements Judge {
  private final Class<? extends Instruction> kind;
  private final String message;
  private Optional<Statement> seen = Optional.empty();

  OnePerStage(Class<? extends Instruction> kind, String message) {
    this.kind = kind;
    this.message = message;
  }

  @Override
  public void see(Instruction instruction, Sink sink) {
    if (instruction instanceof Instruction.From) {
      seen = Optional.empty();
    } else if (kind.isInstance(instruction)) {
      Statement statement = instruction.statement();
      seen.ifPresent(
          each -> sink.report(instruction, statement.keyword().span(), message, without(each)));
      seen = Optional.of(statement);
    }
  }

  /// A comment above would then stand above something else.
  private static Optional<Fix> without(Statement statement) {
    if (!statement.above().isEmpty() || statement.span().start().column() > 1) {
      return Optional.empty();
    }
    var lines =
        new Span(new Position(statement.firstLine(), 1), new Position(statement.lastLine() + 1, 1));
    return Optional.of(new Fix("Take the one before away", true, List.of(new Edit(lines, ""))));
  }
}
