package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;

/// Whole distributions as the base of what is shipped.
public final class LD1060 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "LD1060",
          Level.INFO,
          "The final stage stands on a whole operating system or a full language image",
          "Most of its packages are never used, but each can have security holes and "
              + "must be pulled and kept up to date",
          "Take a slim variant, or build in one stage and end on a distroless image");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Look.atStages(
        around,
        (outline, sink) ->
            outline
                .last()
                // It says that even less would do.
                .filter(stage -> !LD1059.finds(outline, stage))
                .ifPresent(stage -> judge(stage, sink)));
  }

  private static void judge(Outline.Stage stage, Sink sink) {
    ImageName image = ImageName.of(stage.root());
    if (!stage.known() || Bases.isWindows(image)) {
      return;
    }
    String better =
        switch (Bases.kind(image)) {
          case SYSTEM -> smallerSystem(image.shortName());
          case LANGUAGE -> image.path() + " has slim variants";
          case SCRATCH, DISTROLESS, ALPINE, SLIM, BUILD, UNKNOWN -> "";
        };
    if (!better.isEmpty()) {
      sink.report(stage.from(), stage.from().image().span(), better);
    }
  }

  private static String smallerSystem(String name) {
    return switch (name) {
      case "debian", "oraclelinux" ->
          "A whole " + name + " for one program; its slim variants are smaller";
      case "rockylinux", "almalinux" ->
          "A whole " + name + " for one program; its minimal variants are smaller";
      case "ubi", "ubi8", "ubi9", "ubi10" ->
          "A whole ubi for one program; its minimal and micro variants are smaller";
      default -> "A whole " + name + " for one program; a slim or distroless image is smaller";
    };
  }
}
