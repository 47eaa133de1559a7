package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.Locale;

/// A name of a stage with capital letters.
public final class StageNameCasing implements Rule {
  private static final String ID = "StageNameCasing";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            ID,
            Level.WARNING,
            "The name of a stage is not in lower case",
            "Names of stages are kept in lower case, and the spelling used elsewhere differs from it",
            "Write the name in lower case")
        .fixes();
  }

  @Override
  public Judge begin(Surroundings around) {
    return Checked.each(
        around,
        ID,
        (instruction, sink) ->
            StageWords.of(instruction)
                .flatMap(StageWords::third)
                .filter(each -> !each.text().equals(lower(each)))
                .ifPresent(each -> report(instruction, each, sink)));
  }

  private static String lower(Word name) {
    return name.text().toLowerCase(Locale.ROOT);
  }

  private static void report(Instruction instruction, Word name, Sink sink) {
    String lower = lower(name);
    sink.report(
        instruction,
        name.span(),
        "The name of the stage is kept as '" + Shown.of(lower) + "', so write it like that",
        Fixes.word("The name is written in lower case", name, lower));
  }
}
