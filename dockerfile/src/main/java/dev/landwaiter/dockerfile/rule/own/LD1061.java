package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;

/// Whole directories that are copied without an ignore file.
public final class LD1061 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "LD1061",
          Level.INFO,
          "The whole build directory is copied, and there is no .dockerignore",
          "History, local settings, keys and test data get into the image, and every "
              + "change of any file makes the builder start again there",
          "Write a .dockerignore that names .git, .env and what only developers need, "
              + "or copy the needed files one by one");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      boolean open = around.ignoreFile().filter(LD1061::isEmpty).isPresent();
      if (open
          && instruction instanceof Instruction.Transfer copy
          && !(copy instanceof Instruction.Copy from && from.from().isPresent())) {
        for (Word each : copy.sources()) {
          if (isEverything(each.unquoted())) {
            sink.report(
                copy,
                each.span(),
                "The whole directory is copied, and no .dockerignore holds anything back");
            return;
          }
        }
      }
    };
  }

  private static boolean isEverything(String source) {
    return source.equals(".") || source.equals("./") || source.equals("/") || source.equals("*");
  }

  /// Whether an ignore file names nothing.
  private static boolean isEmpty(String text) {
    return text.lines().allMatch(line -> line.isBlank() || line.startsWith("#"));
  }
}
