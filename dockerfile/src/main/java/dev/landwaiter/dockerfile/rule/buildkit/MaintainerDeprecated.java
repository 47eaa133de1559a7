package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.rule.fix.AuthorsLabel;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.Optional;

/// MAINTAINER.
public final class MaintainerDeprecated implements Rule {
  private static final String ID = "MaintainerDeprecated";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            ID,
            Level.WARNING,
            "MAINTAINER is deprecated",
            "Tools look for the author among the labels",
            "Write LABEL org.opencontainers.image.authors instead")
        .fixes()
        .alias("DL4000");
  }

  @Override
  public Judge begin(Surroundings around) {
    return Checked.each(
        around,
        ID,
        (instruction, sink) -> {
          if (instruction.statement().keyword().text().equalsIgnoreCase("maintainer")) {
            sink.report(
                instruction,
                instruction.statement().keyword().span(),
                "MAINTAINER is deprecated, use LABEL org.opencontainers.image.authors",
                instruction instanceof Instruction.Maintainer maintainer
                    ? AuthorsLabel.fix(maintainer, around.file().escape())
                    : Optional.empty());
          }
        });
  }
}
