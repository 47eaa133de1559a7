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
import java.util.Optional;

/// FROM and AS in different cases.
public final class FromAsCasing implements Rule {
  private static final String ID = "FromAsCasing";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            ID,
            Level.WARNING,
            "FROM and AS are not in the same case",
            "Mixed spelling makes a file harder to read",
            "Write both in capitals, or both in small letters")
        .fixes();
  }

  @Override
  public Judge begin(Surroundings around) {
    return Checked.each(
        around,
        ID,
        (instruction, sink) ->
            StageWords.of(instruction)
                .flatMap(StageWords::second)
                .ifPresent(each -> judge(instruction, each, sink)));
  }

  private static void judge(Instruction instruction, Word as, Sink sink) {
    String from = instruction.statement().keyword().text();
    boolean upper = from.equals("FROM");
    String written = as.text();
    String wanted = upper ? written.toUpperCase(Locale.ROOT) : written.toLowerCase(Locale.ROOT);
    if ((upper || from.equals("from")) && !written.equals(wanted)) {
      sink.report(
          instruction,
          as.span(),
          "'" + Shown.of(written) + "' does not match the spelling of '" + from + "'",
          written.equalsIgnoreCase("as")
              ? Fixes.word("AS is written as FROM is", as, wanted)
              : Optional.empty());
    }
  }
}
