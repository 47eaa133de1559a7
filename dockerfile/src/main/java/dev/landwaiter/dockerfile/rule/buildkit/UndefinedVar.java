package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.stage.Undefined;

/// A variable without a value.
public final class UndefinedVar implements Rule {
  private static final String ID = "UndefinedVar";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        ID,
        Level.WARNING,
        "A variable is used that was never set",
        "It becomes empty text, mostly by a slip of the pen",
        "Declare it by ARG or ENV before, or correct the name");
  }

  @Override
  public Judge begin(Surroundings around) {
    return Checked.steps(
        around,
        ID,
        (step, sink) -> {
          for (Undefined each : step.undefined()) {
            // An image that is not known may define it; a near miss is likelier a slip.
            if (each.certain() || each.near().isPresent()) {
              sink.report(
                  step.at(),
                  each.span(),
                  "'" + Shown.of(each.name()) + "' was never set" + Fixes.meant(each));
            }
          }
        });
  }
}
