package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// DL4004: the stage has more than one ENTRYPOINT.
public final class DL4004 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL4004",
              Level.ERROR,
              "The stage has more than one ENTRYPOINT",
              "Only the last one has any effect",
              "Keep one ENTRYPOINT and take the others away")
          .fixes()
          .alias("MultipleInstructionsDisallowed");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new OnePerStage(Instruction.Entrypoint.class, INFO.what());
  }
}
