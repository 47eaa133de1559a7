package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.stage.Undefined;

/// A variable of FROM that no ARG declares.
public final class UndefinedArgInFrom implements Rule {
  private static final String ID = "UndefinedArgInFrom";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        ID,
        Level.WARNING,
        "FROM uses a variable that was not declared",
        "Only ARG before the first FROM declares variables for FROM",
        "Declare it by ARG before the first FROM");
  }

  @Override
  public Judge begin(Surroundings around) {
    return Checked.stages(
        around,
        ID,
        (stage, sink) -> {
          for (Undefined each : stage.undefined()) {
            sink.report(
                stage.from(),
                each.span(),
                "No ARG before the first FROM declares '"
                    + Shown.of(each.name())
                    + "'"
                    + Fixes.meant(each));
          }
        });
  }
}
