package dev.landwaiter.dockerfile.parse;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Keywords;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.ArrayList;
import java.util.List;

/// Understands ONBUILD, whose argument is another instruction.
final class Triggers {
  /// Triggers of triggers deeper than this are not understood; the builder takes not even one.
  private static final int DEEPEST = 200;

  private Triggers() {}

  static Instruction read(StatementReader reader, Troubles troubles) {
    List<Statement> chain = new ArrayList<>();
    Statement at = reader.statement();
    while (isOnbuild(at) && !at.arguments().isEmpty() && chain.size() < DEEPEST) {
      chain.add(at);
      at = trigger(at, reader.escape());
    }
    reader.flags();
    if (chain.isEmpty()) {
      return reader.broken("ONBUILD needs an instruction", "write ONBUILD RUN command");
    }
    refuse(reader, chain.size() > 1 ? chain.get(1) : at);
    Instruction instruction =
        isOnbuild(at)
            ? new Instruction.Broken(at)
            : new StatementReader(at, reader.escape(), troubles, true).read();
    for (Statement onbuild : chain.reversed()) {
      instruction = new Instruction.Onbuild(onbuild, instruction);
    }
    return instruction;
  }

  private static void refuse(StatementReader reader, Statement trigger) {
    String keyword = Keywords.normal(trigger.keyword().text());
    switch (keyword) {
      case "ONBUILD", "FROM", "MAINTAINER" ->
          reader.refuse(
              trigger.keyword().span(),
              keyword + " cannot stand behind ONBUILD",
              "only instructions within a stage can");
      default -> {}
    }
  }

  private static boolean isOnbuild(Statement statement) {
    return Keywords.normal(statement.keyword().text()).equals("ONBUILD");
  }

  private static Statement trigger(Statement onbuild, char escape) {
    Split split = Split.of(onbuild.arguments(), escape);
    return new Statement(
        onbuild.index(),
        split.keyword(),
        onbuild.arguments(),
        split.flags(),
        split.arguments(),
        onbuild.heredocs(),
        List.of(),
        List.of(),
        new Span(split.keyword().span().start(), onbuild.span().end()));
  }
}
