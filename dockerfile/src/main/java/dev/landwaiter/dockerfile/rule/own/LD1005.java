package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;

/// Accounts whose password stands in the file.
public final class LD1005 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1005",
              Level.WARNING,
              "An account gets a password that stands in the Dockerfile",
              "Everybody who sees the file or the image's history knows it, in every "
                  + "container of the image",
              "Lock the account (passwd -l), or set the password when the container " + "starts")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean hidesSecrets() {
    return true;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Run run) {
        List<Command> commands = around.commands(run).all();
        for (int i = 1; i < commands.size(); i++) {
          Command command = commands.get(i);
          boolean sets =
              command.named("chpasswd") || (command.named("passwd") && command.hasFlag("stdin"));
          if (sets && isLiteral(commands.get(i - 1), command.named("chpasswd"))) {
            commands.get(i - 1).plain().forEach(each -> sink.hide(each.span()));
            sink.report(run, commands.get(i - 1).span(), "an account gets a password written here");
          }
        }
      }
    };
  }

  /// `echo name:password`.
  private static boolean isLiteral(Command command, boolean named) {
    if (!command.named("echo", "printf")) {
      return false;
    }
    return command.plain().stream()
        .map(each -> named ? behindColon(each.text()) : each.text())
        .anyMatch(text -> !text.isEmpty() && !text.startsWith("$") && !text.startsWith("%"));
  }

  private static String behindColon(String text) {
    return text.indexOf(':') < 0 ? "" : text.substring(text.indexOf(':') + 1);
  }
}
