package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.List;

/// DL3062: go fetches a module of no certain version.
public final class DL3062 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3062",
              Level.WARNING,
              "go fetches a module of no certain version",
              "The same file gives another image when a new version comes out",
              "Name a version behind an at sign, as in example.org/tool@v1.2.3")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Run run) {
        for (Argument each : modules(around.commands(run))) {
          if (!fixed(each.text())) {
            sink.report(run, each.span(), INFO.what());
            return;
          }
        }
      }
    };
  }

  /// What `go run` runs; where there is no such command, what `go install` and `go get` name.
  private static List<Argument> modules(Commands commands) {
    var run = new ArrayList<Argument>();
    var installed = new ArrayList<Argument>();
    for (Command command : commands.all()) {
      if (!command.named("go")) {
        continue;
      }
      List<Argument> plain = command.plain();
      if (command.hasArgument("run")) {
        for (Argument each : plain.subList(0, Math.min(2, plain.size()))) {
          if (!each.text().equals("run")) {
            run.add(each);
          }
        }
      }
      if (command.hasArgument("install", "get")) {
        for (Argument each : plain) {
          switch (each.text()) {
            case "install", "get", "tool" -> {}
            default -> installed.add(each);
          }
        }
      }
    }
    return run.isEmpty() ? installed : run;
  }

  private static boolean fixed(String module) {
    return module.startsWith("/")
        || module.startsWith(".")
        || (module.contains("@") && !module.endsWith("@latest") && !module.endsWith("@none"));
  }
}
