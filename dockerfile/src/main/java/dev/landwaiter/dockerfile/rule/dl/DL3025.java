package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.rule.fix.ExecForm;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.Optional;

/// CMD, ENTRYPOINT or HEALTHCHECK as a text for the shell.
public final class DL3025 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3025",
              Level.WARNING,
              "CMD, ENTRYPOINT or the command of HEALTHCHECK is not written as a JSON array",
              "The program then runs below a shell, which does not hand on signals such as the one for stopping",
              "Write the program and each of its arguments in double quotes, between brackets")
          .fixes()
          .alias("JSONArgsRecommended");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new Judge() {
      private boolean ownShell;

      @Override
      public void see(Instruction instruction, Sink sink) {
        switch (instruction) {
          case Instruction.From _ -> ownShell = false;
          case Instruction.Shell _ -> ownShell = true;
          case Instruction.Cmd cmd -> judge(cmd, cmd.command(), sink);
          case Instruction.Entrypoint entrypoint -> judge(entrypoint, entrypoint.command(), sink);
          case Instruction.Healthcheck check ->
              check.command().ifPresent(each -> judge(check, each, sink));
          default -> {}
        }
      }

      private void judge(Instruction at, CommandLine command, Sink sink) {
        if (command instanceof CommandLine.Shell(MappedText text)) {
          sink.report(
              at,
              text.span(),
              "Write the command as a JSON array, as in [\"program\", \"argument\"]",
              ownShell ? Optional.empty() : ExecForm.fix(text, ExecForm.alone(around.file(), at)));
        }
      }
    };
  }
}
