package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.LabelType;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.rule.label.SpdxId;

/// DL3054: a label is not the id of a licence.
public final class DL3054 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3054",
          Level.WARNING,
          "A label is not the id of a licence",
          "Programs that read the label cannot use it",
          "Write one id of the SPDX list, such as Apache-2.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return LabelValues.judge(
        around,
        type -> type == LabelType.SPDX,
        value -> !SpdxId.valid(value),
        "is not one id of the SPDX list");
  }
}
