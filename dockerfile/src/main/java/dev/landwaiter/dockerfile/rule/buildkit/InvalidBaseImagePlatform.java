package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.stage.Stage;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// A base image for another platform.
public final class InvalidBaseImagePlatform implements Rule {
  private static final String ID = "InvalidBaseImagePlatform";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        ID,
        Level.WARNING,
        "The base image is made for another platform",
        "Its programs do not run there",
        "Choose an image for the platform, or say which one is meant by --platform");
  }

  @Override
  public Judge begin(Surroundings around) {
    return Checked.all(
        around,
        ID,
        (instruction, sink) -> {
          if (instruction instanceof Instruction.From from) {
            around.build().stage(from).ifPresent(stage -> judge(stage, sink));
          }
        });
  }

  private static void judge(Stage stage, Sink sink) {
    stage
        .found()
        .ifPresent(found ->
            sink.report(
                stage.from(),
                stage.from().image().span(),
                "The image is made for " + found + ", not for " + stage.wanted()));
  }
}
