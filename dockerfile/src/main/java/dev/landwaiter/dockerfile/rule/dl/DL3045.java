package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.stage.Build;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// DL3045: COPY writes to a relative path in a stage that sets no WORKDIR.
public final class DL3045 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "DL3045",
          Level.WARNING,
          "COPY writes to a relative path in a stage that sets no WORKDIR",
          "The files then land in whatever folder the base image happens to use",
          "Set WORKDIR before, or write the target from the root");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    var workdir = new HandedOn();
    return (instruction, sink) -> {
      switch (instruction) {
        case Instruction.From from -> workdir.begin(from);
        case Instruction.Workdir _ -> workdir.set();
        case Instruction.Copy copy -> {
          if (!workdir.has()
              && relative(copy.target().unquoted())
              && (around.classic() || !known(around.build(), copy))) {
            sink.report(copy, copy.target().span(), INFO.what());
          }
        }
        default -> {}
      }
    };
  }

  private static boolean relative(String path) {
    return !path.startsWith("/") && !path.startsWith("$") && !drive(path);
  }

  private static boolean drive(String path) {
    return path.length() > 1 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0));
  }

  /// Whether the stage begins with nothing, so that it stands at the root.
  private static boolean known(Build build, Instruction.Copy copy) {
    return build.stage(copy).filter(each -> FromNothing.is(build, each)).isPresent();
  }
}
