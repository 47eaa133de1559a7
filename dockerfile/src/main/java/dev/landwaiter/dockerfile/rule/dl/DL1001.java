package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.pragma.Pragma;
import dev.landwaiter.dockerfile.pragma.PragmaReader;
import dev.landwaiter.dockerfile.syntax.Comment;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.Optional;

/// A comment that ignores findings of the next line.
public final class DL1001 implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "DL1001",
        Level.IGNORE,
        "A comment ignores findings of the line below it",
        "Findings that are ignored one by one are easily forgotten",
        "Mend what was found, or ignore it in the configuration where all see it");
  }

  @Override
  public Judge begin(Surroundings around) {
    return new Judge() {
      @Override
      public void see(Instruction instruction, Sink sink) {}

      @Override
      public void end(Sink sink) {
        for (Comment each : around.file().comments()) {
          PragmaReader.read(each)
              .filter(pragma -> pragma.kind() == Pragma.Kind.NEXT_LINE)
              .ifPresent(pragma ->
                  sink.report(
                      each.line(),
                      each.span(),
                      "Findings should not be ignored by a comment",
                      Optional.empty()));
        }
      }
    };
  }
}
