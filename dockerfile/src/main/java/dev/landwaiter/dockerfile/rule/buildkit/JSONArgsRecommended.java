package dev.landwaiter.dockerfile.rule.buildkit;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.rule.fix.ExecForm;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.Optional;

/// CMD or ENTRYPOINT for a shell.
public final class JSONArgsRecommended implements Rule {
  private static final String ID = "JSONArgsRecommended";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            ID,
            Level.WARNING,
            "CMD or ENTRYPOINT is not written as an array",
            "A shell stands between the program and signals, so the container does not stop as asked",
            "Write the words of the program as a JSON array")
        .showsFixes()
        .alias("DL3025");
  }

  @Override
  public Judge begin(Surroundings around) {
    return Checked.steps(
        around,
        ID,
        (step, sink) -> {
          Optional<CommandLine> command = command(step.instruction());
          if (step.shell() || command.isEmpty()) {
            return;
          }
          if (command.get() instanceof CommandLine.Shell(MappedText text)) {
            String name = step.instruction() instanceof Instruction.Cmd ? "CMD" : "ENTRYPOINT";
            sink.report(
                step.at(),
                step.at().statement().keyword().span(),
                name + " should be an array, so that signals reach the program",
                ExecForm.fix(text, ExecForm.alone(around.file(), step.at())));
          }
        });
  }

  private static Optional<CommandLine> command(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Cmd cmd -> Optional.of(cmd.command());
      case Instruction.Entrypoint entry -> Optional.of(entry.command());
      default -> Optional.empty();
    };
  }
}
