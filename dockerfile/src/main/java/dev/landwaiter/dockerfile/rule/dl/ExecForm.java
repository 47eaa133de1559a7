package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.Edit;
import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns the text of a command into an array, where no shell is needed to understand it.
final class ExecForm {
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

  static Optional<Fix> fix(MappedText text) {
    MappedText command = text.trim();
    Span span = command.span();
    List<String> words = List.of(command.toString().split("[ \t]+"));
    if (span.start().line() != span.end().line()
        || !isPlain(command)
        || words.getFirst().indexOf('=') >= 0
        || WORDS_OF_THE_SHELL.contains(words.getFirst())) {
      return Optional.empty();
    }
    String array = "[\"" + String.join("\", \"", words) + "\"]";
    return Optional.of(
        new Fix("Write the command as a JSON array", true, List.of(new Edit(span, array))));
  }

  private static boolean isPlain(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || " \t_-./:=@%+,".indexOf(c) >= 0;
      if (!plain) {
        return false;
      }
    }
    return text.length() > 0;
  }
}
