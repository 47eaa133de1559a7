package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.Optional;

/// DL4001: the stage uses both wget and curl.
public final class DL4001 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL4001",
              Level.WARNING,
              "The stage uses both wget and curl",
              "Two programs for one purpose make the image larger",
              "Use one of them everywhere")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new Judge() {
      private boolean wget;
      private boolean curl;

      @Override
      public void see(Instruction instruction, Sink sink) {
        switch (instruction) {
          case Instruction.From _ -> {
            wget = false;
            curl = false;
          }
          case Instruction.Run run -> judge(run, sink);
          default -> {}
        }
      }

      private void judge(Instruction.Run run, Sink sink) {
        Optional<Command> last = Optional.empty();
        for (Command each : around.commands(run).all()) {
          boolean isWget = each.named("wget");
          if (isWget || each.named("curl")) {
            wget |= isWget;
            curl |= !isWget;
            last = Optional.of(each);
          }
        }
        if (wget && curl) {
          last.ifPresent(each -> sink.report(run, each.span(), INFO.what()));
        }
      }
    };
  }
}
