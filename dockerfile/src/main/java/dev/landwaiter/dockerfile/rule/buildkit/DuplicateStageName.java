package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.lint.Surroundings;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// A name that two stages have.
public final class DuplicateStageName implements Rule {
  private static final String ID = "DuplicateStageName";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            ID,
            Level.WARNING,
            "Two stages have the same name",
            "Later instructions can only reach the newer one",
            "Give each stage a name of its own")
        .alias("DL3024");
  }

  @Override
  public Judge begin(Surroundings around) {
    Set<String> names = new HashSet<>();
    return Checked.all(
        around,
        ID,
        (instruction, sink) ->
            StageWords.of(instruction)
                .flatMap(StageWords::name)
                .filter(each -> !names.add(each.text().toLowerCase(Locale.ROOT)))
                .ifPresent(each ->
                    sink.report(
                        instruction,
                        each.span(),
                        "Another stage is already called '" + Shown.of(each.text()) + "'")));
  }
}
