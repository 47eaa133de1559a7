package dev.landwaiter.cli.flag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The words after a command's name, split into flags and arguments: GNU long options, POSIX short
/// ones with clusters, flags and arguments in any order, `--` ends the flags. A flag without a type
/// takes its value only after `=`.
///
/// @param given what was given for each flag, in order; lists are not yet split at commas
/// @param outdated a sentence for each flag that was called by a former name
public record CommandLine(
    Map<Flag, List<String>> given, List<String> arguments, List<String> outdated) {

  /// Splits the words.
  ///
  /// @param hints whether the message about an unknown flag names a similar one
  /// @throws UsageException for an unknown flag or one that lacks its value
  public static CommandLine parse(List<FlagGroup> groups, List<String> words, boolean hints)
      throws UsageException {
    return new Reader(groups, hints).read(words);
  }

  private static final class Reader {
    private final Map<String, Flag> byName = new LinkedHashMap<>();
    private final Map<String, Flag> byLetter = new HashMap<>();
    private final Map<Flag, List<String>> given = new LinkedHashMap<>();
    private final Map<String, Flag> byFormerName = new HashMap<>();
    private final List<String> arguments = new ArrayList<>();
    private final List<String> outdated = new ArrayList<>();
    private final boolean hints;

    Reader(List<FlagGroup> groups, boolean hints) {
      this.hints = hints;
      for (FlagGroup group : groups) {
        for (Flag flag : group.flags()) {
          byName.put(flag.name(), flag);
          flag.former().forEach(former -> byFormerName.put(former.name(), flag));
          if (!flag.shorthand().isEmpty()) {
            byLetter.put(flag.shorthand(), flag);
          }
        }
      }
    }

    CommandLine read(List<String> words) throws UsageException {
      for (int i = 0; i < words.size(); i++) {
        String word = words.get(i);
        if (word.equals("--")) {
          arguments.addAll(words.subList(i + 1, words.size()));
          break;
        } else if (word.startsWith("--")) {
          i = longFlag(words, i);
        } else if (word.length() > 1 && word.startsWith("-")) {
          i = letters(words, i);
        } else {
          arguments.add(word);
        }
      }
      return new CommandLine(given, arguments, outdated);
    }

    private int longFlag(List<String> words, int at) throws UsageException {
      String word = words.get(at).substring(2);
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      Flag flag = byName.get(name);
      if (flag == null) {
        flag = byFormerName.get(name);
        if (flag != null) {
          outdated.add("--%s is now called --%s".formatted(name, flag.name()));
        }
      }
      if (flag == null) {
        throw UsageException.withUsage(
            "unknown flag: --" + name + (hints ? Nearest.hint(name, byName.keySet()) : ""));
      }
      if (equals >= 0) {
        give(flag, word.substring(equals + 1));
        return at;
      }
      if (flag.type() == FlagType.FLAG) {
        give(flag, "true");
        return at;
      }
      if (at + 1 == words.size()) {
        throw UsageException.withUsage("flag needs an argument: --" + name);
      }
      give(flag, words.get(at + 1));
      return at + 1;
    }

    private int letters(List<String> words, int at) throws UsageException {
      String cluster = words.get(at).substring(1);
      for (int i = 0; i < cluster.length(); i++) {
        String letter = cluster.substring(i, i + 1);
        Flag flag = byLetter.get(letter);
        if (flag == null) {
          throw UsageException.withUsage("unknown shorthand flag: '" + letter + "' in -" + cluster);
        }
        String rest = cluster.substring(i + 1);
        if (rest.startsWith("=")) {
          give(flag, rest.substring(1));
          return at;
        }
        if (flag.type() != FlagType.FLAG) {
          if (!rest.isEmpty()) {
            give(flag, rest);
            return at;
          }
          if (at + 1 == words.size()) {
            throw UsageException.withUsage(
                "flag needs an argument: '" + letter + "' in -" + cluster);
          }
          give(flag, words.get(at + 1));
          return at + 1;
        }
        give(flag, "true");
      }
      return at;
    }

    private void give(Flag flag, String value) {
      given.computeIfAbsent(flag, f -> new ArrayList<>()).add(value);
    }
  }
}
