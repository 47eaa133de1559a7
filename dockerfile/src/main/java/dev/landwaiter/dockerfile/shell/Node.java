package dev.landwaiter.dockerfile.shell;

import java.util.List;

/// One command of a pipeline.
public sealed interface Node {
  int start();

  int end();

  List<Redirection> redirections();

  /// A program and its arguments, or assignments alone.
  ///
  /// @param assignments before the first word
  /// @param words the name and its arguments; assignments behind `export` and its like are words
  ///   too
  /// @param settings assignments behind `export`, `local`, `declare`, `readonly` and `typeset`
  /// @param timed what follows `time`
  record Simple(
      int start,
      int end,
      List<Assignment> assignments,
      List<ShellWord> words,
      List<Assignment> settings,
      List<Redirection> redirections,
      Script timed)
      implements Node {
    public Simple {
      assignments = List.copyOf(assignments);
      words = List.copyOf(words);
      settings = List.copyOf(settings);
      redirections = List.copyOf(redirections);
    }
  }

  /// `[ ... ]`, `[[ ... ]]` and `((...))`.
  ///
  /// @param words operands and operators
  record Test(int start, int end, List<ShellWord> words, List<Redirection> redirections)
      implements Node {
    public Test {
      words = List.copyOf(words);
      redirections = List.copyOf(redirections);
    }
  }

  /// What kind of compound command.
  enum Kind {
    GROUP,
    SUBSHELL,
    IF,
    FOR,
    WHILE,
    UNTIL,
    CASE,
    SELECT,
    FUNCTION,
    COPROCESS
  }

  /// A compound command or the definition of a function.
  ///
  /// @param name of the variable of a loop, of a function, else empty
  /// @param words what a loop goes through; the word and the patterns of a case
  /// @param bodies conditions and branches in the order written
  record Compound(
      int start,
      int end,
      Kind kind,
      String name,
      List<ShellWord> words,
      List<Script> bodies,
      List<Redirection> redirections)
      implements Node {
    public Compound {
      words = List.copyOf(words);
      bodies = List.copyOf(bodies);
      redirections = List.copyOf(redirections);
    }
  }
}
