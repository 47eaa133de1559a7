package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.rule.fix.AuthorsLabel;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// MAINTAINER, which is no longer in use.
public final class DL4000 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL4000",
              Level.ERROR,
              "MAINTAINER is no longer in use",
              "It is not a label, so tools that read labels do not see it",
              "Set the label org.opencontainers.image.authors")
          .fixes()
          .alias("MaintainerDeprecated");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Maintainer maintainer) {
        sink.report(
            maintainer,
            maintainer.statement().keyword().span(),
            INFO.what(),
            AuthorsLabel.fix(maintainer, around.file().escape()));
      }
    };
  }
}
