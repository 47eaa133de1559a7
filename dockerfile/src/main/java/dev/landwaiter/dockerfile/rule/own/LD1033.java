package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;

/// Comments at the end of a continued line.
public final class LD1033 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1033",
              Level.WARNING,
              "A comment inside a continued RUN swallows all lines that follow",
              "The builder joins the lines into one before the shell sees them, so "
                  + "everything behind the # is comment and never runs",
              "Put the comment on a line of its own, or write the RUN as a heredoc")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Run run
          && run.command() instanceof CommandLine.Shell shell
          && run.statement().heredocs().isEmpty()) {
        see(run, shell.text(), sink);
      }
    };
  }

  private static void see(Instruction.Run run, MappedText text, Sink sink) {
    String plain = text.toString();
    if (plain.indexOf('#') < 0 || plain.indexOf('\n') >= 0) {
      return;
    }
    int start = ShellMarks.comment(plain, 0);
    if (start < 0) {
      return;
    }
    int end = start;
    int line = text.position(start).line();
    while (end < plain.length() && text.position(end).line() == line) {
      end++;
    }
    if (!plain.substring(end).isBlank()) {
      sink.report(
          run, text.span(start, end), "The comment swallows the following lines of this RUN");
    }
  }
}
