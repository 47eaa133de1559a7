package dev.landwaiter.dockerfile.lint;

import dev.landwaiter.base.text.Span;
import java.util.ArrayList;
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
    return among(names, name);
  }

  /// Whether any argument reads like one of these, wherever it stands.
  public boolean hasArgument(String... texts) {
    for (Argument each : arguments) {
      if (among(texts, each.text())) {
        return true;
      }
    }
    return false;
  }

  public boolean hasFlag(String... flags) {
    for (Argument each : arguments) {
      if (setsAny(each, flags)) {
        return true;
      }
    }
    return false;
  }

  /// The arguments that set no flag, `-` and `--` among them, without known values of options.
  public List<Argument> plain() {
    var plain = new ArrayList<Argument>(arguments.size());
    for (Argument each : arguments) {
      if (!each.isFlag() && !each.value()) {
        plain.add(each);
      }
    }
    return plain;
  }

  /// The command without the values of these flags: the word behind a flag goes, unless the flag's
  /// own word holds a `=`.
  public Command without(String... flags) {
    var kept = new ArrayList<Argument>(arguments.size());
    boolean drop = false;
    for (Argument each : arguments) {
      if (!drop) {
        kept.add(each);
      }
      drop = setsAny(each, flags) && !each.text().contains("=");
    }
    return new Command(name, kept, span);
  }

  private static boolean setsAny(Argument argument, String[] flags) {
    for (String each : argument.flags()) {
      if (among(flags, each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean among(String[] texts, String text) {
    for (String each : texts) {
      if (each.equals(text)) {
        return true;
      }
    }
    return false;
  }
}
