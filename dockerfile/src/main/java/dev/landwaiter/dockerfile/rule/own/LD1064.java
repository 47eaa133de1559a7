package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;

/// Shells that stay between the container and its program.
public final class LD1064 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1064",
              Level.INFO,
              "The image starts its program through sh -c without exec",
              "The shell is process 1: it does not hand signals on, so the program is "
                  + "killed hard when the container stops",
              "Name the program itself in the array, or write exec in front of it")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      CommandLine command =
          switch (instruction) {
            case Instruction.Entrypoint entrypoint -> entrypoint.command();
            case Instruction.Cmd cmd -> cmd.command();
            default -> new CommandLine.Exec(List.of());
          };
      List<String> words = Look.words(command);
      if (words.size() >= 3
          && isShell(Look.baseName(words.getFirst()))
          && words.get(1).startsWith("-")
          && words.get(1).endsWith("c")
          && keepsShell(words.get(2))) {
        sink.report(
            instruction,
            instruction.statement().arguments().span(),
            "the shell stays in front of the program: exec is missing");
      }
    };
  }

  private static boolean isShell(String name) {
    return name.equals("sh") || name.equals("bash") || name.equals("ash") || name.equals("dash");
  }

  private static boolean keepsShell(String text) {
    return !text.contains("exec ")
        && !text.startsWith("while ")
        && !text.contains("sleep infinity")
        && !text.isBlank();
  }
}
