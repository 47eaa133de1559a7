package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.stage.Paths;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;

/// A first WORKDIR that is relative.
public final class WorkdirRelativePath implements Rule {
  private static final String ID = "WorkdirRelativePath";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            ID,
            Level.WARNING,
            "The first WORKDIR of a stage is relative",
            "Where it leads depends on the base image, which may change",
            "Begin with an absolute path")
        .alias("DL3000");
  }

  @Override
  public Judge begin(Surroundings around) {
    return Checked.steps(
        around,
        ID,
        (step, sink) -> {
          if (step.instruction() instanceof Instruction.Workdir workdir
              && !step.workdir()
              && step.known()) {
            for (Word each : step.words()) {
              boolean drive = !around.classic() && isDrive(each.text());
              if (!drive && !Paths.absolute(each.text(), step.windows())) {
                sink.report(
                    step.at(),
                    workdir.path().span(),
                    "'" + Shown.of(each.text()) + "' depends on the base image's own WORKDIR");
              }
            }
          }
        });
  }

  /// Whether it is a path of Windows from the root of a drive, for which platform whatsoever the
  /// builder believes to build.
  private static boolean isDrive(String path) {
    return path.length() > 2 && path.charAt(1) == ':' && Paths.absolute(path.substring(2), true);
  }
}
