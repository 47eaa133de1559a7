package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;

/// Files that ADD downloads without knowing what they should be.
public final class LD1013 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1013",
              Level.INFO,
              "ADD downloads a file without a checksum",
              "If the server is taken over or the file is exchanged, the build takes what it gets",
              "Add --checksum=sha256:… with the sum that the publisher names")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Add add
          && add.statement().flag("checksum").isEmpty()) {
        for (Word each : add.sources()) {
          // LD1020 speaks of http, LD1017 of repositories.
          String source = each.unquoted();
          if (source.startsWith("https://") && !isRepository(source)) {
            sink.report(add, each.span(), "The download has no --checksum");
          }
        }
      }
    };
  }

  /// Whether ADD takes it for a Git repository.
  static boolean isRepository(String source) {
    int end = source.indexOf('#');
    end = end < 0 ? source.indexOf('?') : end;
    return (end < 0 ? source : source.substring(0, end)).endsWith(".git");
  }
}
