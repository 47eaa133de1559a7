package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;

/// Files that are downloaded over plain http without a check.
public final class LD1020 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1020",
              Level.WARNING,
              "A file is downloaded over plain http and not checked",
              "Anybody on the way between the build and the server can exchange it",
              "Use the https address, and check the sum of what arrives")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      switch (instruction) {
        case Instruction.Add add when add.statement().flag("checksum").isEmpty() -> {
          for (Word each : add.sources()) {
            if (isPlain(each.unquoted())) {
              sink.report(add, each.span(), "The download is neither encrypted nor checked");
            }
          }
        }
        case Instruction.Run run
            when around.commands(run).any(LD1020::downloads) && !Download.isChecked(run) -> {
          for (Command each : around.commands(run).all()) {
            if (downloads(each) && Download.address(each).filter(LD1020::isPlain).isPresent()) {
              sink.report(run, each.span(), "The download is neither encrypted nor checked");
              return;
            }
          }
        }
        default -> {}
      }
    };
  }

  private static boolean downloads(Command command) {
    return Download.isFetcher(command) || (command.named("git") && command.hasArgument("clone"));
  }

  private static boolean isPlain(String address) {
    return (address.startsWith("http://") || address.startsWith("ftp://"))
        && !Download.isLocal(address);
  }
}
