package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;

/// Images that run as root because nobody said otherwise.
public final class LD1051 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "LD1051",
          Level.WARNING,
          "The final stage has no USER, and its base image runs as root",
          "Whoever breaks into the program is root in the container and one step nearer to the"
              + " host",
          "Make an account in a RUN, give it what the program must write, and end the stage with"
              + " USER and its number");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Look.atLastStage(around, LD1051::judge);
  }

  private static void judge(Outline.Stage stage, Sink sink) {
    if (Start.user(stage) == Bases.User.ROOT) {
      sink.report(
          stage.from(),
          stage.from().image().span(),
          "The image runs as root: no USER follows, and the base image sets none");
    }
  }
}
