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

/// Copies made behind USER that belong to root all the same.
public final class LD1054 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "LD1054",
          Level.INFO,
          "COPY stands behind USER, but what it copies belongs to root",
          "USER does not count for COPY and ADD, so the user cannot change the files",
          "Add --chown with the user's name or number to the COPY");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Look.atLastStage(around, (stage, sink) -> judge(around, stage, sink));
  }

  /// What was copied as root.
  private record Copied(Instruction.Transfer copy, String path) {}

  private static void judge(Surroundings around, Outline.Stage stage, Sink sink) {
    List<Copied> copied = new ArrayList<>();
    String user = "";
    String directory = "/";
    for (Instruction each : stage.history()) {
      switch (each) {
        case Instruction.User next -> {
          user = isRoot(next.user().unquoted()) ? "" : next.user().unquoted();
          copied.clear();
        }
        case Instruction.Workdir workdir ->
            directory = Paths.resolve(workdir.path().unquoted(), directory);
        case Instruction.Transfer copy -> {
          if (!user.isEmpty() && copy.statement().flag("chown").isEmpty()) {
            for (String path : Paths.made(copy, directory)) {
              copied.add(new Copied(copy, path));
            }
          }
        }
        case Instruction.Run run when !copied.isEmpty() -> {
          for (Command command : around.commands(run).all()) {
            if (changes(command)) {
              report(run, command, directory, copied, user, sink);
            }
          }
        }
        default -> {}
      }
    }
  }

  private static void report(
      Instruction.Run run,
      Command command,
      String directory,
      List<Copied> copied,
      String user,
      Sink sink) {
    for (Argument each : command.plain()) {
      String path = Paths.resolve(each.text(), directory);
      for (Copied file : copied) {
        if (file.path().equals(path)) {
          sink.report(
              file.copy(),
              file.copy().target().span(),
              path + " belongs to root, but line " + run.line() + " changes it as " + user);
          copied.remove(file);
          return;
        }
      }
    }
  }

  private static boolean changes(Command command) {
    return command.named("chmod", "chown", "chgrp")
        || (command.named("sed", "perl") && command.hasFlag("i", "in-place"));
  }

  static boolean isRoot(String user) {
    int colon = user.indexOf(':');
    String name = colon < 0 ? user : user.substring(0, colon);
    return name.equals("root") || name.equals("0");
  }
}
