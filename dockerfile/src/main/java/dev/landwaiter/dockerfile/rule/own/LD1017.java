package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.ArrayList;
import java.util.List;

/// Repositories that are cloned at whatever their branch holds.
public final class LD1017 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1017",
              Level.INFO,
              "A Git repository is fetched without naming a tag or commit",
              "The next build may get other source code, and nobody will notice",
              "Name a tag with --branch, better check out the full commit id")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new Judge() {
      private final List<Clone> clones = new ArrayList<>();

      @Override
      public void see(Instruction instruction, Sink sink) {
        switch (instruction) {
          case Instruction.From _ -> end(sink);
          case Instruction.Add add -> {
            for (Word each : add.sources()) {
              if (isUnpinned(each.unquoted()) && add.statement().flag("checksum").isEmpty()) {
                sink.report(add, each.span(), "The repository is added without a tag or commit");
              }
            }
          }
          case Instruction.Run run -> {
            Commands commands = around.commands(run);
            for (Command each : commands.all()) {
              if (isMoving(each)) {
                clones.add(new Clone(run, each));
              }
            }
            if (!clones.isEmpty() && commands.any(LD1017::goesTo)) {
              clones.clear();
            }
          }
          default -> {}
        }
      }

      @Override
      public void end(Sink sink) {
        for (Clone each : clones) {
          sink.report(
              each.run(),
              each.command().span(),
              "The repository is cloned without a tag or commit");
        }
        clones.clear();
      }
    };
  }

  /// Perhaps a later RUN of the stage goes to a commit.
  private record Clone(Instruction.Run run, Command command) {}

  private static boolean isUnpinned(String source) {
    boolean repository =
        source.startsWith("git@")
            || source.startsWith("git://")
            || source.startsWith("ssh://")
            || (source.startsWith("http") && LD1013.isRepository(source));
    return repository && source.indexOf('#') < 0 && source.indexOf('?') < 0;
  }

  /// A clone that takes whatever the branch holds today.
  private static boolean isMoving(Command command) {
    if (!command.named("git") || !command.hasArgument("clone")) {
      return false;
    }
    List<Argument> arguments = command.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String text = arguments.get(i).text();
      if (text.startsWith("--branch=")) {
        return !isVersion(text.substring(text.indexOf('=') + 1));
      }
      if ((text.equals("-b") || text.equals("--branch") || text.equals("--revision"))
          && i + 1 < arguments.size()) {
        return !isVersion(arguments.get(i + 1).text());
      }
      if (text.startsWith("--revision=")) {
        return false;
      }
    }
    return true;
  }

  /// Tags hold a digit, or come from a variable.
  private static boolean isVersion(String name) {
    return name.chars().anyMatch(c -> c == '$' || (c >= '0' && c <= '9'));
  }

  private static boolean goesTo(Command command) {
    return command.named("git")
        && command.hasArgument("checkout", "reset", "switch", "fetch", "worktree");
  }
}
