package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.stage.Expansion;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.Set;

/// A platform that is the default.
public final class RedundantTargetPlatform implements Rule {
  private static final String ID = "RedundantTargetPlatform";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            ID,
            Level.WARNING,
            "--platform only names the default",
            "The platform of the target is the one that is used anyway",
            "Leave --platform out")
        .fixes()
        .alias("DL3065");
  }

  @Override
  public Judge begin(Surroundings around) {
    return Checked.stages(
        around,
        ID,
        (stage, sink) -> {
          if (stage.platform().isPresent()
              && redundant(stage.platform().get(), around.build().global(NAME).orElse(""))) {
            Statement statement = stage.from().statement();
            sink.report(
                stage.from(),
                Fixes.flag(statement, "platform"),
                "The platform of the target is the default of --platform",
                Fixes.withoutFlag("--platform is removed", statement, "platform"));
          }
        });
  }

  private static final String NAME = "TARGETPLATFORM";

  private static boolean redundant(Expansion platform, String target) {
    return platform.unset().isEmpty()
        && platform.used().equals(Set.of(NAME))
        && platform.text().equals(target);
  }
}
