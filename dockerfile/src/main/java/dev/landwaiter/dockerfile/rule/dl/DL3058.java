package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.LabelType;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.rule.label.EmailAddress;

/// DL3058: a label is not an e-mail address.
public final class DL3058 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3058",
          Level.WARNING,
          "A label is not an e-mail address",
          "Programs that read the label cannot use it",
          "Write a bare address such as me@example.org");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return LabelValues.judge(
        around,
        type -> type == LabelType.EMAIL,
        value -> !EmailAddress.valid(value),
        "is not an e-mail address");
  }
}
