package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// Package lists that are fetched in a RUN of their own.
public final class LD1043 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1043",
              Level.WARNING,
              "The package lists are updated in a RUN that installs nothing",
              "The builder keeps that layer for months; later installs then use old "
                  + "lists and fail or install versions with known holes",
              "Join update and install with && in one RUN")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Run run) {
        Commands commands = around.commands(run);
        if (commands.any(LD1043::updates)
            && run.mounts().isEmpty()
            && commands.all().stream().allMatch(LD1043::onlyPrepares)) {
          for (Command each : commands.all()) {
            if (updates(each)) {
              sink.report(run, each.span(), "The lists are fetched, but nothing is installed here");
              return;
            }
          }
        }
      }
    };
  }

  private static boolean updates(Command command) {
    return (command.named("apt-get", "apt", "aptitude", "apk") && command.hasArgument("update"))
        || (command.named("yum", "dnf", "microdnf") && command.hasArgument("makecache"));
  }

  /// Programs that install nothing; any other one may be a script that does.
  private static boolean onlyPrepares(Command command) {
    return switch (command.name()) {
      case "apt-get", "apt", "aptitude", "apk" ->
          command.hasArgument("update", "clean", "autoclean");
      case "yum", "dnf", "microdnf" -> command.hasArgument("makecache", "clean");
      case "echo",
          "printf",
          "set",
          "export",
          "cd",
          "mkdir",
          "rm",
          "mv",
          "cp",
          "cat",
          "sed",
          "tee",
          "chmod",
          "ln",
          "true",
          "sleep",
          "curl",
          "wget",
          "gpg",
          "apt-key",
          "add-apt-repository",
          "sudo",
          "test",
          "[" ->
          true;
      default -> false;
    };
  }
}
