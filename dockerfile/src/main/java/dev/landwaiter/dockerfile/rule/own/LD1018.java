package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import java.util.Optional;

/// Packages asked for by a name that moves, such as `npm install x@latest`.
public final class LD1018 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1018",
              Level.INFO,
              "A package is installed at a version that moves",
              "Every build may install something else, and a bad release comes in on "
                  + "the day it appears",
              "Write the version itself")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Look.atCommands(around, LD1018::moving);
  }

  private static Optional<String> moving(Command command) {
    boolean installs =
        switch (command.name()) {
          case "npm", "pnpm", "yarn", "bun" ->
              command.hasArgument("install", "i", "add", "dlx", "exec", "x", "global");
          case "npx", "bunx" -> true;
          case "go" -> command.hasArgument("install", "get", "run");
          case "pip", "pip3", "pipx", "uv" -> command.hasArgument("install", "add");
          default -> false;
        };
    if (installs) {
      for (Argument each : command.plain()) {
        if (isMoving(command.name(), each.text())) {
          return Optional.of(each.text() + " is another version tomorrow");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isMoving(String tool, String wanted) {
    String version = wanted.substring(wanted.lastIndexOf('@') + 1);
    if (version.length() == wanted.length()) {
      return false;
    }
    return switch (version) {
      // Of go's @latest DL3062 speaks.
      case "latest" -> !tool.equals("go");
      case "next", "main", "master", "HEAD", "head", "develop", "canary", "nightly" -> true;
      default -> false;
    };
  }
}
