package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// DL4003: the stage has more than one CMD.
public final class DL4003 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL4003",
              Level.WARNING,
              "The stage has more than one CMD",
              "Only the last one has any effect",
              "Keep one CMD and take the others away")
          .fixes()
          .alias("MultipleInstructionsDisallowed");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new OnePerStage(Instruction.Cmd.class, INFO.what());
  }
}
