package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.stage.Expansion;
import dev.landwaiter.dockerfile.stage.Platform;
import dev.landwaiter.dockerfile.stage.Stage;

/// A fixed platform.
public final class FromPlatformFlagConstDisallowed implements Rule {
  private static final String ID = "FromPlatformFlagConstDisallowed";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            ID,
            Level.WARNING,
            "--platform has a fixed value",
            "The file can then only be built for that platform",
            "Use a variable such as BUILDPLATFORM, or put the platform into the name of the stage")
        .alias("DL3029");
  }

  @Override
  public Judge begin(Surroundings around) {
    return Checked.stages(
        around,
        ID,
        (stage, sink) -> {
          if (stage.platform().filter(Expansion::constant).isPresent()) {
            Platform.read(stage.platform().get().text())
                .filter(each -> !named(stage, each))
                .ifPresent(each ->
                    sink.report(
                        stage.from(),
                        Fixes.flag(stage.from().statement(), "platform"),
                        "The platform is always " + each));
          }
        });
  }

  private static boolean named(Stage stage, Platform platform) {
    String name = stage.name().orElse("");
    return name.contains(platform.system()) || name.contains(platform.architecture());
  }
}
