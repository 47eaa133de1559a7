package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.LabelType;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.rule.label.CommitHash;

/// DL3055: a label is not the hash of a commit.
public final class DL3055 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3055",
          Level.WARNING,
          "A label is not the hash of a commit",
          "Programs that read the label cannot use it",
          "Write 7 or 40 hexadecimal digits in small letters");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return LabelValues.judge(
        around,
        type -> type == LabelType.HASH,
        value -> !CommitHash.valid(value),
        "is not the hash of a commit, 7 or 40 small hexadecimal digits");
  }
}
