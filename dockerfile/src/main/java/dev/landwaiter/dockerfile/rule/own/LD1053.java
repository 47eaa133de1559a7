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
import java.util.List;

/// Files that everybody may write.
public final class LD1053 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "LD1053",
          Level.WARNING,
          "Files of the image can be written by every user",
          "A break-in as the unprivileged user is then enough to change the program " + "itself",
          "Give the one account that must write the files, with chown or COPY --chown, "
              + "and modes such as 755 and 644");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Look.atLastStage(
        around,
        (stage, sink) -> {
          for (Instruction each : stage.history()) {
            see(around, each, sink);
          }
        });
  }

  private static void see(Surroundings around, Instruction instruction, Sink sink) {
    switch (instruction) {
      case Instruction.Transfer copy ->
          copy.statement()
              .flag("chmod")
              .filter(flag -> isOpen(flag.value().orElse("")))
              .ifPresent(flag ->
                  sink.report(copy, flag.span(), "Everybody may write what is copied here"));
      case Instruction.Run run -> {
        for (Command each : around.commands(run).all()) {
          if (opens(each)) {
            sink.report(run, each.span(), "Everybody may write these files: " + mode(each));
          }
        }
      }
      default -> {}
    }
  }

  private static boolean opens(Command command) {
    return switch (command.name()) {
      case "chmod" -> isOpen(mode(command)) && !onlyDevices(command);
      case "install", "mkdir" -> command.hasFlag("m", "mode") && isOpen(mode(command));
      default -> false;
    };
  }

  private static boolean onlyDevices(Command command) {
    List<Argument> plain = command.plain();
    return plain.size() > 1
        && plain.subList(1, plain.size()).stream()
            .allMatch(each -> each.text().startsWith("/dev/"));
  }

  /// The word that holds the mode.
  private static String mode(Command command) {
    if (command.named("chmod")) {
      return command.plain().isEmpty() ? "" : command.plain().getFirst().text();
    }
    List<Argument> arguments = command.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String text = arguments.get(i).text();
      if (text.startsWith("--mode=")) {
        return text.substring("--mode=".length());
      }
      if (text.startsWith("-") && text.endsWith("m") && i + 1 < arguments.size()) {
        return arguments.get(i + 1).text();
      }
    }
    return "";
  }

  /// Whether the mode lets others write, without the bit that keeps them from removing.
  private static boolean isOpen(String mode) {
    if (mode.isEmpty()) {
      return false;
    }
    if (mode.chars().allMatch(c -> c >= '0' && c <= '7')) {
      boolean sticky = mode.length() == 4 && ((mode.charAt(0) - '0') & 1) == 1;
      return mode.length() >= 3 && !sticky && ((mode.charAt(mode.length() - 1) - '0') & 2) == 2;
    }
    for (String part : mode.split(",", -1)) {
      int sign = Math.max(part.indexOf('+'), part.indexOf('='));
      String who = sign < 0 ? "" : part.substring(0, sign);
      if (sign > 0
          && (who.indexOf('o') >= 0 || who.indexOf('a') >= 0)
          && part.indexOf('w', sign) >= 0
          && part.indexOf('t', sign) < 0) {
        return true;
      }
    }
    return false;
  }
}
