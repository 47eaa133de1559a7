package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Shown;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.stage.Step;
import dev.landwaiter.dockerfile.stage.Undefined;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;

/// Arguments from before the first FROM, used in stages that do not declare them.
public final class LD1037 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1037",
              Level.WARNING,
              "An ARG from before the first FROM is used in a stage that does not declare it",
              "Such an argument counts in FROM alone: in the stage its value is empty, and the "
                  + "build goes on with something else than was meant",
              "Write ARG with the name alone in the stage, before the first use")
          .showsFixes();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    var arguments = new GlobalArguments(around.build());
    return (instruction, sink) -> {
      arguments.see(instruction);
      if (!arguments.any()) {
        return;
      }
      if (instruction instanceof Instruction.Run run
          && run.command() instanceof CommandLine.Shell
          && !arguments.otherShell()
          && !definesUnseen(around, run)) {
        for (ShellUses.Use each : ShellUses.of(run, arguments::missing)) {
          report(arguments, run, each.name(), each.span(), sink);
        }
      }
      for (Step step : around.build().steps(instruction)) {
        for (Undefined each :
            step.at() instanceof Instruction.From ? List.<Undefined>of() : step.undefined()) {
          // What surely nobody defines, and slips of the pen, the builder itself reports.
          if (!each.certain() && each.near().isEmpty() && arguments.missing(each.name())) {
            report(arguments, instruction, each.name(), each.span(), sink);
          }
        }
      }
    };
  }

  /// Files that are read into the shell may define anything.
  private static boolean definesUnseen(Surroundings around, Instruction.Run run) {
    return around.commands(run).any(each -> each.named(".", "source", "eval"));
  }

  private static void report(
      GlobalArguments arguments, Instruction at, String name, Span span, Sink sink) {
    if (arguments.tell(name)) {
      String shown = Shown.of(name);
      sink.report(
          at,
          span,
          "'%s' is empty here: the stage does not declare ARG %s".formatted(shown, shown),
          arguments.from().map(from -> declared(from, name)));
    }
  }

  private static Fix declared(Instruction.From from, String name) {
    var next = new Position(from.statement().lastLine() + 1, 1);
    return new Fix(
        "Declare the argument in the stage",
        false,
        List.of(new Edit(new Span(next, next), "ARG " + name + "\n")));
  }
}
