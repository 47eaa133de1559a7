package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Judges;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;
import java.util.Optional;

/// DL4005: /bin/sh is replaced by another shell.
public final class DL4005 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL4005",
              Level.WARNING,
              "/bin/sh is replaced by another shell",
              "Every program that relies on /bin/sh then runs something else",
              "Choose the shell of the build with SHELL")
          .showsFixes()
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Judges.command(
        around,
        command -> command.named("ln") && command.hasArgument("/bin/sh"),
        INFO.what(),
        (run, commands) -> asShell(around.commands(run), run));
  }

  /// Where the RUN does nothing else. Programs that call /bin/sh get another one then.
  private static Optional<Fix> asShell(Commands commands, Instruction.Run run) {
    boolean only =
        commands.all().size() == commands.count()
            && commands.all().stream()
                .allMatch(each -> each.named("ln", "rm", "mv") && each.hasArgument("/bin/sh"))
            && commands.any(each -> each.named("ln") && each.hasArgument("/bin/bash"))
            && commands.all().stream()
                .filter(each -> each.named("ln"))
                .allMatch(each -> each.hasArgument("/bin/bash"));
    return only && run.statement().heredocs().isEmpty()
        ? Optional.of(
            new Fix(
                "Choose the shell of the build with SHELL",
                false,
                List.of(new Edit(run.statement().span(), "SHELL [\"/bin/bash\", \"-c\"]"))))
        : Optional.empty();
  }
}
