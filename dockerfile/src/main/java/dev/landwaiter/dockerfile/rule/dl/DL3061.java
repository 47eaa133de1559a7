package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// DL3061: an instruction stands before the first FROM.
public final class DL3061 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3061",
          Level.ERROR,
          "An instruction stands before the first FROM",
          "There is nothing yet that it could change, so the build fails",
          "Move it behind FROM; only ARG may stand before");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new Judge() {
      private boolean begun;

      @Override
      public void see(Instruction instruction, Sink sink) {
        switch (instruction) {
          case Instruction.From _ -> begun = true;
          case Instruction.Arg _ -> {}
          case Instruction.Broken broken -> begun |= isFrom(broken);
          default -> {
            if (!begun) {
              sink.report(instruction, INFO.what());
            }
          }
        }
      }
    };
  }

  private static boolean isFrom(Instruction.Broken broken) {
    return broken.statement().keyword().text().equalsIgnoreCase("FROM");
  }
}
