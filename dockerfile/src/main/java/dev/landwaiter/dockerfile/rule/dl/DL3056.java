package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.LabelType;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.rule.label.SemanticVersion;

/// DL3056: a label is not a semantic version.
public final class DL3056 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3056",
          Level.WARNING,
          "A label is not a semantic version",
          "Programs that read the label cannot use it",
          "Write three numbers such as 1.2.3, without a leading v");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return LabelValues.judge(
        around,
        type -> type == LabelType.SEMVER,
        value -> !SemanticVersion.valid(value),
        "is not a semantic version");
  }
}
