package dev.landwaiter.cli.command;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import java.util.List;
import java.util.stream.Collectors;

/// Completion scripts for shells, made from what commands and flags say of themselves.
public final class Completion {
  private Completion() {}

  /// For bash, and for zsh through its `bashcompinit`.
  public static String bash(List<Command> commands) {
    var text = new StringBuilder();
    text.append("_landwaiter() {\n");
    text.append("  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}");
    text.append(" line=\"${COMP_WORDS[*]:1}\"\n");
    text.append("  case $before in\n");
    for (Flag flag : withValues(commands)) {
      text.append("    --").append(flag.name()).append(") COMPREPLY=($(compgen -W \"");
      text.append(String.join(" ", flag.allowed())).append("\" -- \"$word\")); return;;\n");
    }
    text.append("  esac\n  case $line in\n");
    for (Command command : commands.reversed()) {
      text.append("    \"").append(command.name()).append(" \"*|*\" ").append(command.name());
      text.append(" \"*) COMPREPLY=($(compgen -W \"").append(flags(command));
      text.append(
          "\" -- \"$word\")); [[ $word == -* ]] || COMPREPLY+=($(compgen -f -- \"$word\"));;\n");
    }
    text.append("    *) COMPREPLY=($(compgen -W \"");
    text.append(
        commands.stream()
            .flatMap(command -> List.of(command.name().split(" ", -1)).stream())
            .distinct()
            .collect(Collectors.joining(" ")));
    text.append(
        "\" -- \"$word\"));;\n  esac\n}\ncomplete -F _landwaiter landwaiter ./landwaiter\n");
    return text.toString();
  }

  /// For zsh.
  public static String zsh(List<Command> commands) {
    return "#compdef landwaiter\nautoload -U +X bashcompinit && bashcompinit\n" + bash(commands);
  }

  /// For fish.
  public static String fish(List<Command> commands) {
    var text = new StringBuilder();
    for (Command command : commands) {
      text.append("complete -c landwaiter -n __fish_use_subcommand -a '").append(command.name());
      text.append("' -d '").append(quoted(command.summary())).append("'\n");
      for (FlagGroup group : command.flags()) {
        for (Flag flag : group.flags()) {
          text.append("complete -c landwaiter -n '__fish_seen_subcommand_from ");
          text.append(command.name()).append("' -l ").append(flag.name());
          if (!flag.shorthand().isEmpty()) {
            text.append(" -s ").append(flag.shorthand());
          }
          if (!flag.allowed().isEmpty()) {
            text.append(" -x -a '").append(String.join(" ", flag.allowed())).append('\'');
          }
          text.append(" -d '").append(quoted(flag.help())).append("'\n");
        }
      }
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return text.replace("'", "\\'");
  }

  private static List<Flag> withValues(List<Command> commands) {
    return commands.stream()
        .flatMap(command -> command.flags().stream())
        .flatMap(group -> group.flags().stream())
        .filter(flag -> !flag.allowed().isEmpty())
        .distinct()
        .toList();
  }

  private static String flags(Command command) {
    return command.flags().stream()
        .flatMap(group -> group.flags().stream())
        .map(flag -> "--" + flag.name())
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
