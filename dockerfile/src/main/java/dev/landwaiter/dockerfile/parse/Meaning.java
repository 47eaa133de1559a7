package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Keywords;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.Optional;

/// Understands the arguments of each instruction.
final class Meaning {
  private final Troubles troubles;
  private final boolean ordered;
  private boolean staged;
  private boolean early;
  private Optional<Span> last = Optional.empty();

  /// @param ordered whether each instruction must have its stage
  Meaning(Troubles troubles, boolean ordered) {
    this.troubles = troubles;
    this.ordered = ordered;
  }

  /// The instruction of a statement of the file.
  Instruction of(Statement statement, char escape) {
    StatementReader reader = new StatementReader(statement, escape, troubles, false);
    Instruction instruction = reader.read();
    String keyword = reader.keyword();
    last = Optional.of(statement.span());
    if (keyword.equals("FROM")) {
      staged = true;
    } else if (ordered
        && !staged
        && !early
        && !keyword.equals("ARG")
        && Keywords.isKnown(keyword)) {
      early = true;
      troubles.instruction(
          statement.firstLine(),
          statement.span(),
          keyword + " stands before the first FROM",
          "only ARG may stand there: begin a stage with FROM");
    }
    return instruction;
  }

  /// Checks the file as a whole.
  void finish() {
    if (ordered && !staged && !early) {
      last.ifPresent(span ->
          troubles.instruction(0, span, "the file has no stage", "begin a stage with FROM"));
    }
  }
}
