package dev.landwaiter.dockerfile.shell.view;

import dev.landwaiter.dockerfile.shell.Node;
import dev.landwaiter.dockerfile.shell.Part;
import dev.landwaiter.dockerfile.shell.Redirection;
import dev.landwaiter.dockerfile.shell.ShellWord;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Scripts that programs are given in an argument.
final class Nested {
  private Nested() {}

  /// A script for a shell.
  ///
  /// @param pipefail whether that shell was told to notice a failure anywhere in a pipe
  record Inner(MappedText text, boolean pipefail) {}

  static Optional<Inner> script(String program, List<Item> words, Variables variables) {
    if (isShell(program)) {
      return shell(words, variables);
    }
    return switch (program) {
      case "su", "runuser" -> behindOption(words, variables);
      case "eval" ->
          Optional.of(new Inner(joined(words, variables), false)).filter(it -> words.size() > 1);
      case "trap" -> trap(words, variables);
      default -> Optional.empty();
    };
  }

  private static boolean isShell(String program) {
    return switch (program) {
      case "sh", "bash", "dash", "ash", "ksh", "mksh", "zsh" -> true;
      default -> false;
    };
  }

  /// Whether a program is a shell that reads its commands from its input.
  static boolean readsInput(String program, List<Item> words) {
    if (!isShell(program)) {
      return false;
    }
    for (int i = 1; i < words.size(); i++) {
      String text = words.get(i).text();
      if (text.equals("-") || text.equals("/dev/stdin") || text.equals("-s")) {
        return true;
      }
      if (!text.startsWith("-") && !text.startsWith("+")) {
        return false;
      }
      i += text.endsWith("o") || text.endsWith("O") ? 1 : 0;
    }
    return true;
  }

  /// The here document that a command reads.
  static Optional<Inner> input(MappedText source, Node.Simple simple) {
    Optional<Inner> input = Optional.empty();
    for (Redirection each : simple.redirections()) {
      if (each.operator().startsWith("<<") && !each.body().isEmpty()) {
        Part body = each.body().getFirst();
        MappedText text = source.slice(body.start(), body.end());
        input = Optional.of(new Inner(quoted(source, each) ? text : unescaped(text), false));
      }
    }
    return input;
  }

  private static boolean quoted(MappedText source, Redirection document) {
    ShellWord name = document.target().getFirst();
    String written = source.subSequence(name.start(), name.end()).toString();
    return written.indexOf('\'') >= 0 || written.indexOf('"') >= 0 || written.indexOf('\\') >= 0;
  }

  /// Without the backslashes that quote in a here document.
  private static MappedText unescaped(MappedText text) {
    if (text.toString().indexOf('\\') < 0) {
      return text;
    }
    var unescaped = new MappedText.Joined();
    int from = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      if (text.charAt(i) == '\\' && "$`\\\n".indexOf(text.charAt(i + 1)) >= 0) {
        unescaped.add(text.slice(from, i));
        i++;
        from = text.charAt(i) == '\n' ? i + 1 : i;
      }
    }
    return unescaped.add(text.slice(from)).text();
  }

  /// The commands of `find -exec`, `-execdir`, `-ok` and `-okdir`.
  static List<List<Item>> executed(List<Item> words) {
    var commands = new ArrayList<List<Item>>(1);
    int from = -1;
    for (int i = 1; i < words.size(); i++) {
      String text = words.get(i).text();
      if (from < 0) {
        boolean begins =
            text.equals("-exec")
                || text.equals("-execdir")
                || text.equals("-ok")
                || text.equals("-okdir");
        from = begins ? i + 1 : -1;
      } else if (text.equals(";") || (text.equals("+") && words.get(i - 1).text().equals("{}"))) {
        commands.add(words.subList(from, i));
        from = -1;
      }
    }
    return commands;
  }

  private static Optional<Inner> shell(List<Item> words, Variables variables) {
    boolean command = false;
    boolean pipefail = false;
    for (int i = 1; i < words.size(); i++) {
      String text = words.get(i).text();
      boolean option = text.length() > 1 && (text.startsWith("-") || text.startsWith("+"));
      if (!option || text.equals("--")) {
        int at = text.equals("--") ? i + 1 : i;
        return command && at < words.size()
            ? Optional.of(new Inner(words.get(at).script(variables), pipefail))
            : Optional.empty();
      }
      if (text.startsWith("--")) {
        i += text.equals("--rcfile") || text.equals("--init-file") ? 1 : 0;
        continue;
      }
      command |= text.startsWith("-") && text.indexOf('c') > 0;
      if (text.indexOf('o') > 0 || text.indexOf('O') > 0) {
        i++;
        pipefail |= i < words.size() && words.get(i).text().equals("pipefail");
      }
    }
    return Optional.empty();
  }

  private static Optional<Inner> behindOption(List<Item> words, Variables variables) {
    for (int i = 1; i + 1 < words.size(); i++) {
      String text = words.get(i).text();
      if (text.equals("--command")
          || (text.startsWith("-") && !text.startsWith("--") && text.endsWith("c"))) {
        return Optional.of(new Inner(words.get(i + 1).script(variables), false));
      }
    }
    return Optional.empty();
  }

  private static MappedText joined(List<Item> words, Variables variables) {
    var joined = new MappedText.Joined();
    for (int i = 1; i < words.size(); i++) {
      Item each = words.get(i);
      if (i > 1) {
        joined.stand(each.source().position(each.word().start()), " ");
      }
      joined.add(each.script(variables));
    }
    return joined.text();
  }

  private static Optional<Inner> trap(List<Item> words, Variables variables) {
    int at = words.size() > 1 && words.get(1).text().equals("--") ? 2 : 1;
    return words.size() > at + 1 && !words.get(at).text().startsWith("-")
        ? Optional.of(new Inner(words.get(at).script(variables), false))
        : Optional.empty();
  }
}
