package dev.landwaiter.dockerfile.rule.fix;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns the text of a command into an array, where no shell is needed to understand it.
public final class ExecForm {
  /// First words that only a shell knows.
  private static final Set<String> WORDS_OF_THE_SHELL =
      Set.of(
          ".",
          ":",
          "alias",
          "bg",
          "break",
          "builtin",
          "case",
          "cd",
          "command",
          "continue",
          "do",
          "done",
          "elif",
          "else",
          "esac",
          "eval",
          "exec",
          "exit",
          "export",
          "fg",
          "fi",
          "for",
          "function",
          "hash",
          "if",
          "in",
          "jobs",
          "local",
          "read",
          "readonly",
          "return",
          "select",
          "set",
          "shift",
          "source",
          "then",
          "time",
          "times",
          "trap",
          "type",
          "ulimit",
          "umask",
          "unalias",
          "unset",
          "until",
          "wait",
          "while");

  private ExecForm() {}

  /// The change; nothing where only a shell understands the text.
  ///
  /// @param safe whether nothing else sees the difference
  public static Optional<Fix> fix(MappedText text, boolean safe) {
    MappedText command = text.trim();
    Span span = command.span();
    if (span.start().line() != span.end().line()) {
      return Optional.empty();
    }
    List<String> words = words(command.toString());
    if (words.isEmpty()
        || words.getFirst().indexOf('=') >= 0
        || WORDS_OF_THE_SHELL.contains(words.getFirst())) {
      return Optional.empty();
    }
    String array = "[\"" + String.join("\", \"", words) + "\"]";
    return Optional.of(
        new Fix("Write the command as a JSON array", safe, List.of(new Edit(span, array))));
  }

  /// The words, or none where only a shell could tell them apart.
  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'') {
        int end = text.indexOf(c, i + 1);
        if (end < 0 || !isQuotable(text, i + 1, end)) {
          return List.of();
        }
        word.append(text, i + 1, end);
        inWord = true;
        i = end;
      } else if (c == ' ' || c == '\t') {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
      } else if (isPlain(c)) {
        word.append(c);
        inWord = true;
      } else {
        return List.of();
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "_-./:=@%+,".indexOf(c) >= 0;
  }

  /// Whether the text means itself between quotes of either kind and in an array.
  private static boolean isQuotable(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < ' ' || "\"'\\$`!".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether no ENTRYPOINT gets the words of a CMD as its arguments: in one stage, the array
  /// changes what they are.
  public static boolean alone(Dockerfile file, Instruction at) {
    if (at instanceof Instruction.Healthcheck) {
      return true;
    }
    boolean other = false;
    for (Instruction each : file.instructions()) {
      if (each instanceof Instruction.From) {
        if (each.statement().index() > at.statement().index()) {
          break;
        }
        other = false;
      }
      other |=
          at instanceof Instruction.Cmd
              ? each instanceof Instruction.Entrypoint
              : each instanceof Instruction.Cmd;
    }
    return !other;
  }
}
