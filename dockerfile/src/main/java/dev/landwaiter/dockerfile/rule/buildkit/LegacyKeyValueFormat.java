package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// ENV or LABEL in the old form.
public final class LegacyKeyValueFormat implements Rule {
  private static final String ID = "LegacyKeyValueFormat";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            ID,
            Level.WARNING,
            "ENV or LABEL has no = between name and value",
            "The old form takes the rest of the line, and only one name",
            "Write name=value")
        .fixes();
  }

  @Override
  public Judge begin(Surroundings around) {
    return Checked.steps(
        around,
        ID,
        (step, sink) -> {
          if (step.instruction() instanceof Instruction.Pairs pairs
              && pairs.old()
              && step.whole()) {
            String name = pairs instanceof Instruction.Env ? "ENV" : "LABEL";
            sink.report(
                step.at(),
                pairs.statement().arguments().span(),
                name + " should be written as name=value",
                OldPairs.fix(pairs, around.file().escape()));
          }
        });
  }
}
