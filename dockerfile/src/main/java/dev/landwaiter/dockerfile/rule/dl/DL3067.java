package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.stage.Stage;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;

/// DL3067: COPY takes over a whole file system.
public final class DL3067 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3067",
          Level.WARNING,
          "COPY takes over a whole file system",
          "All files of the other image come along, its history and its labels do not",
          "Build FROM the other image, or copy only what is needed");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Copy copy
          && copy.target().unquoted().equals("/")
          && copy.from().filter(each -> around.classic() || !small(each, around)).isPresent()) {
        for (Word each : copy.sources()) {
          if (each.unquoted().equals("/")) {
            sink.report(copy, each.span(), INFO.what());
            return;
          }
        }
      }
    };
  }

  /// Whether the files come from a stage that begins with nothing, which is made to be copied.
  private static boolean small(Word from, Surroundings around) {
    for (Stage each : around.build().stages()) {
      if (each.name().filter(from.text()::equalsIgnoreCase).isPresent()) {
        return FromNothing.is(around.build(), each);
      }
    }
    return false;
  }
}
