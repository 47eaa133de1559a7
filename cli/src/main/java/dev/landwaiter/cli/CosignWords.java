package dev.landwaiter.cli;

import dev.landwaiter.base.text.Plain;
import dev.landwaiter.cli.command.Command;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Words for cosign as its first versions took them: long flags with one dash, short ones with two.
final class CosignWords {
  private CosignWords() {}

  /// The same words with as many dashes as flags have now; each change is told.
  static List<String> posix(List<String> words, List<Command> commands, PrintStream stderr) {
    List<String> posix = new ArrayList<>();
    Set<String> names = new HashSet<>();
    boolean flags = true;
    for (String word : words) {
      flags = flags && !word.equals("--");
      String now = word;
      if (flags && word.length() > 2 && word.charAt(0) == '-') {
        if (names.isEmpty() && word.charAt(1) != '-') {
          gather(commands, names);
        }
        now = now(word, names);
      }
      if (!now.equals(word)) {
        stderr.println(
            "WARNING: write %s instead of %s".formatted(Plain.lines(now), Plain.lines(word)));
      }
      posix.add(now);
    }
    return posix;
  }

  private static String now(String word, Set<String> names) {
    if (word.charAt(1) == '-') {
      return word.length() == 3 ? word.substring(1) : word;
    }
    int equals = word.indexOf('=');
    String name = word.substring(1, equals < 0 ? word.length() : equals);
    return names.contains(name) ? "-" + word : word;
  }

  private static void gather(List<Command> commands, Set<String> names) {
    names.add("version");
    for (Command command : commands) {
      command
          .flags()
          .forEach(group ->
              group
                  .flags()
                  .forEach(flag -> {
                    names.add(flag.name());
                    flag.former().forEach(former -> names.add(former.name()));
                  }));
    }
  }
}
