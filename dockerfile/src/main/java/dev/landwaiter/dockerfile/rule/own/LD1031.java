package dev.landwaiter.dockerfile.rule.own;

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
import dev.landwaiter.dockerfile.syntax.MappedText;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.List;
import java.util.Optional;

/// Arrays that are none, so that the builder silently takes them for a text.
public final class LD1031 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1031",
              Level.WARNING,
              "The instruction looks like a JSON array, but it is not a valid one",
              "The builder takes the whole text for a shell command or for a list of "
                  + "words, brackets included, which then fails or starts a shell nobody "
                  + "wanted",
              "Write double quotes around each word, commas between them, none behind "
                  + "the last, and two backslashes for one")
          .fixes()
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return (instruction, sink) -> {
      String text = array(instruction);
      if (!text.isEmpty() && isMeant(text)) {
        sink.report(
            instruction,
            instruction.statement().arguments().span(),
            "No valid array: " + reason(text),
            fix(instruction));
      }
    };
  }

  /// The text of an instruction that was not taken for an array.
  private static String array(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Run run -> shell(run.command());
      case Instruction.Cmd cmd -> shell(cmd.command());
      case Instruction.Entrypoint entrypoint -> shell(entrypoint.command());
      case Instruction.Healthcheck check -> check.command().map(LD1031::shell).orElse("");
      case Instruction.Transfer copy when !copy.sources().isEmpty() ->
          bracketed(copy.sources().getFirst(), copy);
      case Instruction.Volume volume when !volume.paths().isEmpty() ->
          bracketed(volume.paths().getFirst(), volume);
      default -> "";
    };
  }

  private static String shell(CommandLine command) {
    return command instanceof CommandLine.Shell shell ? shell.text().toString().strip() : "";
  }

  private static String bracketed(Word first, Instruction instruction) {
    return first.text().startsWith("[") ? instruction.statement().arguments().toString() : "";
  }

  /// Whether an array was meant; `[ "$A" = "b" ]` is a test of the shell.
  private static boolean isMeant(String text) {
    if (!text.startsWith("[") || text.length() < 2) {
      return false;
    }
    if (text.charAt(1) == '"' || text.charAt(1) == '\'') {
      return true;
    }
    String inner = text.substring(1).strip();
    return (inner.startsWith("\"") || inner.startsWith("'"))
        && text.endsWith("]")
        && (inner.contains("\",") || inner.contains("',"));
  }

  private static String reason(String text) {
    String inner = text.substring(1).strip();
    if (inner.startsWith("'")) {
      return "its words stand in single quotes";
    }
    if (!text.endsWith("]")) {
      return text.indexOf(']') < 0 ? "the bracket is not closed" : "text follows the bracket";
    }
    String last = text.substring(0, text.length() - 1).strip();
    if (last.endsWith(",")) {
      return "a comma stands before the closing bracket";
    }
    return text.indexOf('\\') >= 0
        ? "a backslash must be written twice"
        : "words need double quotes and commas between them";
  }

  /// Other quotes, or no comma before the bracket; nothing else is surely what was meant.
  private static Optional<Fix> fix(Instruction instruction) {
    MappedText arguments = instruction.statement().arguments();
    int start = arguments.toString().indexOf('[');
    int end = arguments.toString().lastIndexOf(']') + 1;
    if (start < 0 || end <= start || !arguments.slice(end).toString().isBlank()) {
      return Optional.empty();
    }
    Span span = arguments.span(start, end);
    String text = arguments.toString().substring(start, end);
    String array = text;
    if (text.indexOf('"') < 0 && text.indexOf('\\') < 0 && text.indexOf('$') < 0) {
      array = array.replace('\'', '"');
    }
    String inner = array.substring(0, array.length() - 1).stripTrailing();
    if (inner.endsWith(",")) {
      array = inner.substring(0, inner.length() - 1) + "]";
    }
    boolean same = span.start().line() == span.end().line();
    return same && !array.equals(text) && isArray(array)
        ? Optional.of(new Fix("Write a valid array", true, List.of(new Edit(span, array))))
        : Optional.empty();
  }

  /// Whether words in double quotes and commas take turns.
  private static boolean isArray(String text) {
    boolean word = false;
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (c == '"' && !word) {
        i = text.indexOf('"', i + 1);
        if (i < 0 || i >= text.length() - 1) {
          return false;
        }
        word = true;
      } else if (c == ',' && word) {
        word = false;
      } else if (c != ' ') {
        return false;
      }
    }
    return word;
  }
}
