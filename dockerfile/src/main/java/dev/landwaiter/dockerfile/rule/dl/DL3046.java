package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Judges;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;

/// DL3046: useradd makes a user with a large number and writes the login logs.
public final class DL3046 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3046",
              Level.WARNING,
              "useradd makes a user with a large number and writes the login logs",
              "The logs have a place for each number up to it, so a few users give a file of gigabytes",
              "Pass --no-log-init, or choose a number of five digits at most")
          .fixes()
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Judges.command(
        around,
        command ->
            command.named("useradd")
                && !command.hasFlag("l", "no-log-init")
                && command.hasFlag("u", "uid")
                && (large(command) || (!around.classic() && largeAttached(command))),
        INFO.what(),
        (run, commands) -> Mending.first(run, commands, "--no-log-init"));
  }

  private static boolean large(Command command) {
    boolean next = false;
    for (Argument each : command.arguments()) {
      if (next && each.text().length() > 5) {
        return true;
      }
      next = each.flags().contains("u");
    }
    return false;
  }

  /// Numbers in the same word as the option, or behind its long form, which the classic linter does
  /// not read.
  private static boolean largeAttached(Command command) {
    boolean next = false;
    for (Argument each : command.arguments()) {
      String text = each.text();
      String number =
          text.startsWith("--uid=")
              ? text.substring(6)
              : text.startsWith("-u") ? text.substring(2) : "";
      if (isLarge(number) || (next && isLarge(text))) {
        return true;
      }
      next = text.equals("--uid");
    }
    return false;
  }

  private static boolean isLarge(String number) {
    return number.length() > 5 && number.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
