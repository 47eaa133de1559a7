package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.lint.Surroundings;

/// A stage called scratch or context.
public final class ReservedStageName implements Rule {
  private static final String ID = "ReservedStageName";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            ID,
            Level.WARNING,
            "The name of a stage is one with a meaning of its own",
            "The builder reads scratch and context as something else than a stage",
            "Choose another name")
        .alias("DL3063");
  }

  @Override
  public Judge begin(Surroundings around) {
    return Checked.all(
        around,
        ID,
        (instruction, sink) ->
            StageWords.of(instruction)
                .flatMap(StageWords::name)
                .filter(each -> reserved(each.text()))
                .ifPresent(each ->
                    sink.report(
                        instruction,
                        each.span(),
                        "'" + Shown.of(each.text()) + "' is reserved and names no stage")));
  }

  private static boolean reserved(String name) {
    return name.equalsIgnoreCase("scratch") || name.equalsIgnoreCase("context");
  }
}
