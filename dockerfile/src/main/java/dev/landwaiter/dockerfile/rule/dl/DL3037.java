package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.Optional;

/// DL3037: zypper installs a package of no certain version.
public final class DL3037 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3037",
              Level.WARNING,
              "zypper installs a package of no certain version",
              "The same file gives another image when a new version comes out",
              "Name the version, as in nginx=1.21.5")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Run run) {
        for (Command each : around.commands(run).all()) {
          Optional<Argument> loose = loose(each);
          if (loose.isPresent()) {
            sink.report(run, loose.get().span(), INFO.what());
            return;
          }
        }
      }
    };
  }

  private static Optional<Argument> loose(Command command) {
    if (command.named("zypper") && command.hasArgument("install", "in")) {
      for (Argument each : command.arguments()) {
        if (!each.isFlag() && loose(each.text())) {
          return Optional.of(each);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean loose(String word) {
    return !word.equals("install")
        && !word.equals("in")
        && word.indexOf('=') < 0
        && word.indexOf('>') < 0
        && word.indexOf('<') < 0
        && !word.endsWith(".rpm");
  }
}
