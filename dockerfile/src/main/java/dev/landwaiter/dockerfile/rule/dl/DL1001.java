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

/// Comments that ignore findings of the next line.
public final class DL1001 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL1001",
          Level.IGNORE,
          "A comment ignores findings of the next line",
          "What is ignored in many small places is easily forgotten",
          "Mend what was found, or ignore it in the configuration where everybody sees it");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new Judge() {
      @Override
      public void see(Instruction instruction, Sink sink) {
        // Comments are judged at the end.
      }

      @Override
      public void end(Sink sink) {
        for (Comment each : around.file().comments()) {
          if (!each.inside()
              && PragmaReader.read(each)
                  .filter(pragma -> pragma.kind() == Pragma.Kind.NEXT_LINE)
                  .isPresent()) {
            sink.report(
                each.line(),
                each.span(),
                "Mend the finding, or ignore it in the configuration, instead of ignoring it here",
                Optional.empty());
          }
        }
      }
    };
  }
}
