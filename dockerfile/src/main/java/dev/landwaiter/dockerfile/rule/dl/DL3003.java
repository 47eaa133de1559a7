package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Judges;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;

/// `cd` in a RUN.
public final class DL3003 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3003",
          Level.WARNING,
          "A RUN changes the working directory with cd",
          "The change ends with that RUN, so readers easily believe that later instructions run there",
          "Set the directory with a WORKDIR instruction before the RUN");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Judges.command(
        around,
        each -> each.named("cd"),
        "The effect of cd ends with this RUN; set the directory with WORKDIR instead");
  }
}
