package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.LabelType;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.rule.label.Url;

/// DL3052: a label is not a URL.
public final class DL3052 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3052",
          Level.WARNING,
          "A label is not a URL",
          "Programs that read the label cannot use it",
          "Write an absolute URL with its scheme");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return LabelValues.judge(
        around, type -> type == LabelType.URL, value -> !Url.valid(value), "is not a URL");
  }
}
