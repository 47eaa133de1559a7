package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;

/// Files of developers that are copied into the image.
public final class LD1062 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "LD1062",
          Level.WARNING,
          "A file is copied that should stay with the developers",
          "Such files hold the whole history, passwords or tokens, and everybody who "
              + "can pull the image can read them",
          "Name them in .dockerignore; mount what the build needs, and give settings to"
              + " the running container");

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
            if (each instanceof Instruction.Transfer copy
                && !(copy instanceof Instruction.Copy from && from.from().isPresent())) {
              see(copy, sink);
            }
          }
        });
  }

  private static void see(Instruction.Transfer copy, Sink sink) {
    for (Word each : copy.sources()) {
      String name = Look.baseName(each.unquoted());
      if (isLocal(name)) {
        sink.report(copy, each.span(), name + " is for developers, not for the image");
      }
    }
  }

  private static boolean isLocal(String name) {
    return switch (name) {
      case ".git",
          ".svn",
          ".hg",
          ".env",
          ".env.local",
          ".env.production",
          ".npmrc",
          ".yarnrc",
          ".vscode",
          ".idea",
          ".DS_Store",
          ".terraform",
          "terraform.tfstate",
          ".htpasswd",
          ".bash_history" ->
          true;
      default -> false;
    };
  }
}
