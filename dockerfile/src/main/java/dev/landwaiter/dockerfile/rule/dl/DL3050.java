package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Settings;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Pair;

/// DL3050: a label is set that is not asked for.
public final class DL3050 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3050",
          Level.INFO,
          "A label is set that is not asked for",
          "The configuration only allows the labels that it names",
          "Take the label away, or add it to the schema of the configuration");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    Settings settings = around.settings();
    if (!settings.strictLabels()) {
      return (instruction, sink) -> {};
    }
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Label label) {
        for (Pair each : label.pairs()) {
          if (!settings.labels().containsKey(each.key().unquoted())) {
            sink.report(label, each.key().span(), INFO.what());
            return;
          }
        }
      }
    };
  }
}
