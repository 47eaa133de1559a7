package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.LabelType;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.rule.label.Rfc3339;

/// DL3053: a label is not a time.
public final class DL3053 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3053",
          Level.WARNING,
          "A label is not a time",
          "Programs that read the label cannot use it",
          "Write a time such as 2024-05-06T07:08:09Z");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return LabelValues.judge(
        around,
        type -> type == LabelType.RFC3339,
        value -> !Rfc3339.valid(value),
        "is not a time by RFC 3339");
  }
}
