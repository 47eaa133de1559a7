package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;

/// DL3051: a label that is asked for is empty.
public final class DL3051 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3051",
          Level.WARNING,
          "A label that is asked for is empty",
          "An empty label says as little as a missing one",
          "Give the label a value");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return LabelValues.judge(around, type -> true, String::isEmpty, "is empty");
  }
}
