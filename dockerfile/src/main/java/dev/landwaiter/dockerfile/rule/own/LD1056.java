package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;

/// Images that run on what they were built with.
public final class LD1056 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "LD1056",
          Level.INFO,
          "The final stage stands on an image of compilers",
          "The image carries hundreds of megabytes that only the build needed, with all"
              + " their security holes",
          "Build in a first stage, and COPY --from it into a stage on a small image");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Look.atLastStage(around, LD1056::judge);
  }

  private static void judge(Outline.Stage stage, Sink sink) {
    ImageName image = ImageName.of(stage.root());
    if (stage.known() && Start.starts(stage) && isForBuilding(image)) {
      sink.report(
          stage.from(),
          stage.from().image().span(),
          image.shortName() + " is an image to build in, and this one is to run");
    }
  }

  private static boolean isForBuilding(ImageName image) {
    return switch (image.isOfficial() ? image.path() : "") {
      case "golang", "rust", "gcc", "maven", "gradle", "sbt", "haskell" -> true;
      default -> image.path().equals("dotnet/sdk");
    };
  }
}
