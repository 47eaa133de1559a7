package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;

/// A relative WORKDIR.
public final class DL3000 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3000",
              Level.ERROR,
              "WORKDIR names a relative path",
              "Where it leads depends on the directory before, possibly on that of the base image",
              "Write the whole path from the root, as in /app")
          .alias("WorkdirRelativePath");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Workdir workdir
          && !isAbsolute(workdir.path().unquoted())) {
        sink.report(
            workdir,
            workdir.path().span(),
            "Give WORKDIR the whole path from the root, as in /app");
      }
    };
  }

  private static boolean isAbsolute(String path) {
    return path.startsWith("$")
        || path.startsWith("/")
        || (path.length() > 1 && Character.isLetter(path.charAt(0)) && path.charAt(1) == ':');
  }
}
