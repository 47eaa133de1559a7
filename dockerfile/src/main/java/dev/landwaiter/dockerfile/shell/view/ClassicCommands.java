package dev.landwaiter.dockerfile.shell.view;

import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.shell.Node;
import dev.landwaiter.dockerfile.shell.Reading;
import dev.landwaiter.dockerfile.shell.ShellWord;
import dev.landwaiter.dockerfile.shell.parse.ShellReader;
import dev.landwaiter.dockerfile.syntax.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The commands of a text as hadolint sees them (reference: 10.5): read as bash whatever the shell
/// is, names as they are written, nothing where anything cannot be read. Commands without a known
/// name do not even count.
public final class ClassicCommands {
  private ClassicCommands() {}

  public static Commands of(MappedText text) {
    Reading reading = ShellReader.read(text.toString());
    if (reading.refused()) {
      return Commands.UNREAD;
    }
    var commands = new ArrayList<Command>();
    var walk = new Walk(simple -> command(text, simple).ifPresent(commands::add));
    walk.script(reading.script());
    return new Commands(commands, commands.size(), walk.pipe(), true);
  }

  private static Optional<Command> command(MappedText text, Node.Simple simple) {
    if (simple.words().isEmpty()) {
      return Optional.empty();
    }
    return name(simple)
        .map(name ->
            new Command(name, arguments(text, simple), text.span(simple.start(), simple.end())));
  }

  private static List<Argument> arguments(MappedText text, Node.Simple simple) {
    List<ShellWord> words = simple.words();
    var arguments = new ArrayList<Argument>(words.size() - 1);
    for (ShellWord word : words.subList(1, words.size())) {
      String rendered = Rendering.of(word);
      arguments.add(
          new Argument(rendered, Flags.of(rendered), text.span(word.start(), word.end())));
    }
    return arguments;
  }

  private static Optional<String> name(Node.Simple simple) {
    List<ShellWord> words = simple.words();
    Optional<String> first = words.getFirst().literal();
    if (first.isEmpty() || words.size() == 1) {
      return first;
    }
    return switch (first.get()) {
      case "busybox", "builtin", "command", "run" ->
          words.get(1).dashed() ? first : words.get(1).literal();
      case "exec" -> executed(words);
      default -> first;
    };
  }

  private static Optional<String> executed(List<ShellWord> words) {
    int at = 1;
    while (at < words.size() && words.get(at).dashed()) {
      String option = Rendering.of(words.get(at));
      at += option.endsWith("a") ? 2 : 1;
      if (option.equals("--")) {
        break;
      }
    }
    return at < words.size() ? words.get(at).literal() : words.getFirst().literal();
  }
}
