package dev.landwaiter.dockerfile.lint;

import java.util.List;

/// What the shell text of an instruction runs.
///
/// @param all simple commands: an outer one before those in its substitutions, otherwise from left
///   to right; those whose name is not known are not among them
/// @param count how many simple commands there are, unknown names included
/// @param pipe whether there is a pipe anywhere; in the better view only one that can hide a
///   failure
/// @param read whether the text could be read as a script; if not, nothing else is known
public record Commands(List<Command> all, int count, boolean pipe, boolean read) {
  public static final Commands UNREAD = new Commands(List.of(), 0, false, false);

  public Commands {
    all = List.copyOf(all);
  }

  public boolean any(java.util.function.Predicate<Command> test) {
    for (Command each : all) {
      if (test.test(each)) {
        return true;
      }
    }
    return false;
  }
}
