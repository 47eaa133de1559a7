package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;

/// Base images that are named by a tag alone.
public final class LD1016 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "LD1016",
          Level.STYLE,
          "A base image is named by its tag, without a digest",
          "A tag can be moved to another image, so the same file builds something else tomorrow",
          "Write the digest behind the tag, as in python:3.12-slim@sha256:…, and let a bot renew"
              + " it");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Look.atStages(
        around, (outline, sink) -> outline.stages().forEach(stage -> judge(stage, sink)));
  }

  private static void judge(Outline.Stage stage, Sink sink) {
    ImageName image = ImageName.of(stage.image());
    // Without a tag DL3006 speaks.
    if (stage.base().isEmpty()
        && stage.known()
        && image.digest().isEmpty()
        && !image.tag().isEmpty()) {
      sink.report(
          stage.from(), stage.from().image().span(), "Base image without a digest behind its tag");
    }
  }
}
