package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.List;

/// Owners and modes that are changed in a RUN of their own.
public final class LD1044 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "LD1044",
          Level.INFO,
          "Copied files get another owner or mode in a RUN of its own",
          "The layer of that RUN holds every changed file a second time",
          "Give COPY the flags --chown and --chmod instead");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Look.atLastStage(around, (stage, sink) -> judge(around, stage, sink));
  }

  private static void judge(Surroundings around, Outline.Stage stage, Sink sink) {
    var copied = new ArrayList<String>();
    String directory = "/";
    for (Instruction each : stage.history()) {
      switch (each) {
        case Instruction.Workdir workdir ->
            directory = Paths.resolve(workdir.path().unquoted(), directory);
        case Instruction.Transfer copy ->
            copied.add(Paths.resolve(copy.target().unquoted(), directory));
        case Instruction.Run run -> {
          List<Command> commands = around.commands(run).all();
          if (!commands.isEmpty() && commands.stream().allMatch(LD1044::onlyChanges)) {
            for (Command command : commands) {
              if (rewrites(command, copied, directory)) {
                sink.report(
                    run,
                    command.span(),
                    command.name() + " stores everything that was copied a second time");
                break;
              }
            }
          }
        }
        default -> {}
      }
    }
  }

  private static boolean onlyChanges(Command command) {
    return command.named("chown", "chmod", "chgrp", "cd", "set", "mkdir", "sudo", "find", "xargs");
  }

  private static boolean rewrites(Command command, List<String> copied, String directory) {
    if (!command.named("chown", "chmod", "chgrp") || !command.hasFlag("R", "recursive")) {
      return false;
    }
    List<Argument> plain = command.plain();
    for (Argument each : plain.subList(Math.min(1, plain.size()), plain.size())) {
      String path = Paths.resolve(each.text(), directory);
      if (!path.equals("/") && copied.stream().anyMatch(copy -> Paths.isWithin(copy, path))) {
        return true;
      }
    }
    return false;
  }
}
