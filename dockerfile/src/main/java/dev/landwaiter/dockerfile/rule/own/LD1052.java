package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;

/// Images whose user is whoever the base image names.
public final class LD1052 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "LD1052",
          Level.STYLE,
          "The final stage has no USER, so its base image decides who runs the program",
          "That may be root, today or after the next change of the base image",
          "End the final stage with a USER of its own, best with a number");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Look.atLastStage(around, LD1052::judge);
  }

  private static void judge(Outline.Stage stage, Sink sink) {
    if (Start.user(stage) == Bases.User.UNKNOWN && !Bases.isWindows(ImageName.of(stage.root()))) {
      sink.report(
          stage.from(),
          stage.from().image().span(),
          "No USER: the base image decides who runs this");
    }
  }
}
