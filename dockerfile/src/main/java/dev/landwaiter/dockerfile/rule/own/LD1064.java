package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.base.text.Position;
import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.List;
import java.util.Optional;

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
          .fixes()
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    var reader = new Script.Reader(around);
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
            "The shell stays in front of the program: exec is missing",
            withExec(reader, command));
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

  /// Only where the script is one command.
  private static Optional<Fix> withExec(Script.Reader reader, CommandLine command) {
    if (!(command instanceof CommandLine.Exec exec)) {
      return Optional.empty();
    }
    Word script = exec.words().get(2);
    String text = script.text();
    Span span = script.span();
    if (!isOneCommand(text) || span.start().line() != span.end().line()) {
      return Optional.empty();
    }
    String written = reader.lines().slice(span);
    int at = written.startsWith("\"") ? 1 : 0;
    if (!written.startsWith(text, at)) {
      return Optional.empty();
    }
    var place = new Position(span.start().line(), span.start().column() + at);
    return Optional.of(
        new Fix(
            "Put exec before the program",
            true,
            List.of(new Edit(new Span(place, place), "exec "))));
  }

  private static boolean isOneCommand(String text) {
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    String first = text.substring(0, end);
    if (first.isEmpty() || first.indexOf('=') >= 0 || first.startsWith("(")) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (";&|<>()`#!{\n".indexOf(text.charAt(i)) >= 0
          && !(text.charAt(i) == '{' && i > 0 && text.charAt(i - 1) == '$')) {
        return false;
      }
    }
    return switch (first) {
      case ".",
          ":",
          "cd",
          "eval",
          "export",
          "for",
          "if",
          "set",
          "source",
          "trap",
          "until",
          "wait" ->
          false;
      default -> true;
    };
  }
}
