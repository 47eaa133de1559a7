package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.Locale;

/// DL3043: ONBUILD holds an instruction that it must not hold.
public final class DL3043 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3043",
          Level.ERROR,
          "ONBUILD holds an instruction that it must not hold",
          "ONBUILD, FROM and MAINTAINER cannot be triggers, and the build of the child image would fail",
          "Write the instruction without ONBUILD, or take another one");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Onbuild onbuild) {
        Word keyword = onbuild.trigger().statement().keyword();
        switch (keyword.text().toUpperCase(Locale.ROOT)) {
          case "ONBUILD", "FROM", "MAINTAINER" -> sink.report(onbuild, keyword.span(), INFO.what());
          default -> {}
        }
      }
    };
  }
}
