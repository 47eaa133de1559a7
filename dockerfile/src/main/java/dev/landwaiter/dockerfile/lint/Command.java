package dev.landwaiter.dockerfile.lint;

import dev.landwaiter.base.text.Span;
import java.util.Arrays;
import java.util.List;

/// One simple command of a script.
///
/// @param name of the program
/// @param arguments all words behind the first one
/// @param span of the whole command in the file
public record Command(String name, List<Argument> arguments, Span span) {
  public Command {
    arguments = List.copyOf(arguments);
  }

  public boolean named(String... names) {
    return isOneOf(name, names);
  }

  /// Whether any argument reads like one of these, wherever it stands.
  public boolean hasArgument(String... texts) {
    for (Argument each : arguments) {
      if (isOneOf(each.text(), texts)) {
        return true;
      }
    }
    return false;
  }

  public boolean hasFlag(String... flags) {
    for (Argument each : arguments) {
      for (String flag : each.flags()) {
        if (isOneOf(flag, flags)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOneOf(String text, String... texts) {
    for (String each : texts) {
      if (each.equals(text)) {
        return true;
      }
    }
    return false;
  }

  /// The arguments that set no flag, `-` and `--` among them.
  public List<Argument> plain() {
    return arguments.stream().filter(each -> !each.isFlag()).toList();
  }

  /// The command without the values of these flags: the word behind a flag goes, unless the flag's
  /// own word holds a `=`.
  public Command without(String... flags) {
    var kept = new java.util.ArrayList<Argument>();
    boolean drop = false;
    for (Argument each : arguments) {
      if (!drop) {
        kept.add(each);
      }
      drop =
          !drop
              && each.flags().stream().anyMatch(Arrays.asList(flags)::contains)
              && !each.text().contains("=");
    }
    return new Command(name, kept, span);
  }
}
