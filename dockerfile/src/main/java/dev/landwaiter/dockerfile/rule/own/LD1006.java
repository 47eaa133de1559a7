package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.Optional;

/// Tokens left in the configuration of a package manager.
public final class LD1006 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1006",
              Level.WARNING,
              "RUN writes a token into a configuration file and leaves it there",
              "The file becomes part of the layer, and whoever can pull the image can "
                  + "use the token",
              "Mount the configuration with --mount=type=secret, or remove the file in "
                  + "the same RUN")
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
      if (instruction instanceof Instruction.Run run && !mountsSecret(run)) {
        for (Command each : around.commands(run).all()) {
          keeps(each)
              .filter(file -> !removes(around.commands(run), file))
              .ifPresent(file -> {
                each.plain().stream()
                    .filter(word -> word.text().indexOf('$') < 0)
                    .forEach(word -> sink.hide(word.span()));
                sink.report(run, each.span(), "A token stays in the image, in " + file);
              });
        }
      }
    };
  }

  private static boolean mountsSecret(Instruction.Run run) {
    return run.mounts().stream().anyMatch(each -> each.type().equals("secret"));
  }

  /// The file in which a command leaves a token.
  private static Optional<String> keeps(Command command) {
    return switch (command.name()) {
      case "npm", "pnpm", "yarn" ->
          has(command, "config") && hasPart(command, "_authToken", "_auth=", "_password")
              ? Optional.of(".npmrc")
              : Optional.empty();
      case "echo", "printf" ->
          hasPart(command, "_authToken=", "_password=") ? Optional.of(".npmrc") : Optional.empty();
      case "git" ->
          has(command, "config")
                  && hasPart(command, "url.https://", "url.http://")
                  && hasPart(command, "@")
              ? Optional.of(".gitconfig")
              : Optional.empty();
      case "composer" ->
          has(command, "config") && hasPart(command, "github-oauth", "http-basic")
              ? Optional.of("auth.json")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean has(Command command, String argument) {
    return command.hasArgument(argument);
  }

  private static boolean hasPart(Command command, String... parts) {
    for (Argument each : command.arguments()) {
      for (String part : parts) {
        if (each.text().contains(part)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean removes(Commands commands, String file) {
    return commands.any(each ->
        (each.named("rm") && hasPart(each, file))
            || (each.named("npm", "git", "pnpm", "yarn", "composer")
                && each.hasArgument("delete", "rm", "--unset", "--unset-all", "--remove-section")));
  }
}
