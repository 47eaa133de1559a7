package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;

/// DL3063: a stage has a reserved name.
public final class DL3063 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3063",
              Level.WARNING,
              "A stage has a reserved name",
              "scratch and context mean something of their own to the builder",
              "Choose another name")
          .alias("ReservedStageName");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.From from && from.name().isPresent()) {
        Word name = from.name().get();
        if (name.text().equals("scratch") || name.text().equals("context")) {
          sink.report(from, name.span(), INFO.what());
        }
      }
    };
  }
}
