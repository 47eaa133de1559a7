package dev.landwaiter.cli.command;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.FlagType;
import dev.landwaiter.cli.flag.Support;
import java.util.ArrayList;
import java.util.List;

/// Help texts, made from what commands and flags say of themselves.
public final class Help {
  private Help() {}

  /// The help of one command.
  public static String of(Command command, String program) {
    var text = new StringBuilder();
    text.append(command.summary()).append("\n\n").append(usageOf(command, program));
    if (!command.aliases().isEmpty()) {
      text.append("\nAliases:\n  ").append(command.name()).append(", ");
      text.append(String.join(", ", command.aliases())).append('\n');
    }
    if (!command.examples().isEmpty()) {
      text.append("\nExamples:\n");
      for (Command.Example example : command.examples()) {
        text.append("  # ").append(example.about()).append("\n  $ ");
        text.append(program).append(' ').append(example.words()).append("\n\n");
      }
      text.setLength(text.length() - 1);
    }
    for (FlagGroup group : command.flags()) {
      text.append('\n').append(group.title()).append('\n');
      append(group.flags(), text);
    }
    return text.toString();
  }

  /// The usage line of a command.
  public static String usageOf(Command command, String program) {
    String name = command.name().isEmpty() ? program : program + " " + command.name();
    return "Usage:\n  %s %s\n".formatted(name, command.usage());
  }

  private static void append(List<Flag> flags, StringBuilder text) {
    List<String> left = new ArrayList<>();
    for (Flag flag : flags) {
      String letter = flag.shorthand().isEmpty() ? "      " : "  -" + flag.shorthand() + ", ";
      String type = flag.type() == FlagType.FLAG ? "" : " " + flag.type().word();
      left.add(letter + "--" + flag.name() + type);
    }
    int width = left.stream().mapToInt(String::length).max().orElse(0) + 3;
    for (int i = 0; i < flags.size(); i++) {
      Flag flag = flags.get(i);
      text.append(left.get(i)).repeat(" ", width - left.get(i).length()).append(flag.help());
      if (!flag.allowed().isEmpty()) {
        text.append(" (").append(String.join(", ", flag.allowed())).append(')');
      }
      if (!flag.standard().isEmpty()
          && !flag.standard().equals("false")
          && !flag.standard().equals("0")) {
        text.append(" (default ").append(flag.standard()).append(')');
      }
      text.append(note(flag.support())).append('\n');
    }
  }

  private static String note(Support support) {
    return switch (support) {
      case BUILT, NEEDLESS -> "";
      case LATER, REFUSED -> " [not built yet]";
    };
  }

  /// The help of the program itself.
  public static String overview(String program, String about, List<Command> commands) {
    var text = new StringBuilder(about);
    text.append("\n\nUsage:\n  ")
        .append(program)
        .append(" COMMAND [flags] [arguments]\n\nCommands:\n");
    int width = commands.stream().mapToInt(c -> c.name().length()).max().orElse(0) + 3;
    for (Command command : commands) {
      text.append("  ").append(command.name()).repeat(" ", width - command.name().length());
      text.append(command.summary()).append('\n');
    }
    text.append("\nEvery command explains itself: ").append(program).append(" COMMAND --help\n");
    return text.toString();
  }
}
