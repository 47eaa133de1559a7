package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// A second HEALTHCHECK.
public final class DL3012 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3012",
              Level.ERROR,
              "A stage has more than one HEALTHCHECK",
              "Only the last one counts, the others mislead the reader",
              "Keep one HEALTHCHECK and remove the others")
          .fixes()
          .alias("MultipleInstructionsDisallowed");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new OnePerStage(
        Instruction.Healthcheck.class, "Only the last HEALTHCHECK of a stage counts; keep one");
  }
}
