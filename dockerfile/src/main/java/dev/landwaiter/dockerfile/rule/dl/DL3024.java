package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// A name that two stages have.
public final class DL3024 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3024",
              Level.ERROR,
              "Two stages have the same name",
              "Later instructions can only reach the newer one",
              "Give each stage a name of its own")
          .alias("DuplicateStageName");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    var stages = new StageNames();
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.From from) {
        from.name()
            .filter(each -> stages.has(each.text()))
            .ifPresent(each ->
                sink.report(
                    from, each.span(), "Another stage is already called " + Shown.of(each.text())));
        stages.add(from);
      }
    };
  }
}
