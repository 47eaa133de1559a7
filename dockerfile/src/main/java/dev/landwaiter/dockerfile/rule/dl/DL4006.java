package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Statement;
import java.util.List;
import java.util.Optional;

/// DL4006: a pipe hides the failure of its first commands.
public final class DL4006 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL4006",
              Level.WARNING,
              "A pipe hides the failure of its first commands",
              "The status of a pipe is that of its last command, so the build goes on after an error",
              "Set SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"] before")
          .showsFixes();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new Judge() {
      private boolean safe;
      private boolean fixed;

      @Override
      public void see(Instruction instruction, Sink sink) {
        switch (instruction) {
          case Instruction.From _ -> {
            safe = false;
            fixed = false;
          }
          case Instruction.Shell shell -> {
            safe = failsEarly(around, shell);
            fixed = true;
          }
          case Instruction.Run run -> {
            if (!safe && around.commands(run).pipe()) {
              sink.report(
                  run,
                  run.statement().keyword().span(),
                  INFO.what(),
                  fixed ? Optional.empty() : shellBefore(run, KnownBases.of(around, run)));
              fixed = true;
            }
          }
          default -> {}
        }
      }
    };
  }

  /// One SHELL mends all that follows in the stage. A pipe whose reader ends first then fails too,
  /// and CMD in its text form gets another shell, so this is for people to decide.
  private static Optional<Fix> shellBefore(Instruction.Run run, KnownBases.Tools tools) {
    if (tools == KnownBases.Tools.UNKNOWN) {
      return Optional.empty();
    }
    String shell = tools == KnownBases.Tools.GNU ? "/bin/bash" : "/bin/ash";
    Statement statement = run.statement();
    int line =
        statement.above().isEmpty()
            ? run.line()
            : statement.above().getFirst().span().start().line();
    var place = new Position(line, 1);
    String text = "SHELL [\"" + shell + "\", \"-o\", \"pipefail\", \"-c\"]\n";
    return Optional.of(
        new Fix(
            "Set a shell with pipefail before",
            false,
            List.of(new Edit(new Span(place, place), text))));
  }

  private static boolean failsEarly(Surroundings around, Instruction.Shell shell) {
    MappedText text =
        switch (shell.command()) {
          case CommandLine.Exec exec -> ScriptText.joined(exec.words());
          case CommandLine.Shell words -> words.text();
        };
    String plain = text.toString();
    return plain.startsWith("pwsh")
        || plain.startsWith("powershell")
        || plain.startsWith("cmd")
        || around.commands(text).any(command -> setsPipefail(around, command));
  }

  private static boolean setsPipefail(Surroundings around, Command command) {
    String name = command.name();
    if (!around.classic()) {
      name = name.substring(name.lastIndexOf('/') + 1);
    } else if (name.startsWith("/bin/")) {
      name = name.substring(5);
    }
    return switch (name) {
      case "bash", "zsh", "ash" -> command.hasFlag("o") && command.hasArgument("pipefail");
      default -> false;
    };
  }
}
