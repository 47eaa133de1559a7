package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.stage.IgnoreFile;
import dev.landwaiter.dockerfile.stage.Paths;
import dev.landwaiter.dockerfile.stage.SourceKind;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.Optional;

/// A source that the ignore file keeps away.
public final class CopyIgnoredFile implements Rule {
  private static final String ID = "CopyIgnoredFile";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        ID,
        Level.WARNING,
        "COPY or ADD takes a file that the ignore file keeps away",
        "The build fails, or the file is missing in the image",
        "Change the ignore file, or leave the source out");
  }

  @Override
  public Judge begin(Surroundings around) {
    Optional<IgnoreFile> ignore =
        around.ignoreFile().map(IgnoreFile::read).filter(each -> !each.hasExceptions());
    return Checked.steps(
        around,
        ID,
        (step, sink) -> {
          boolean stage =
              step.instruction() instanceof Instruction.Copy copy && copy.from().isPresent();
          boolean judged = step.instruction() instanceof Instruction.Transfer && !stage;
          if (ignore.isEmpty() || !judged || !step.known()) {
            return;
          }
          for (Word each : step.words()) {
            if (SourceKind.of(each.text()) == SourceKind.LOCAL
                && ignored(ignore.get(), Paths.clean(each.text()))) {
              sink.report(
                  step.at(),
                  each.span(),
                  "The ignore file keeps '" + Shown.of(each.text()) + "' away from the build");
            }
          }
        });
  }

  private static boolean ignored(IgnoreFile ignore, String source) {
    boolean root = source.equals(".") || source.equals("/");
    return root ? ignore.ignoresEverything() : ignore.ignores(source);
  }
}
