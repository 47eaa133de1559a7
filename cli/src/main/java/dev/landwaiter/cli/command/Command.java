package dev.landwaiter.cli.command;

import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import java.io.IOException;
import java.util.List;

/// One command. Keeps no state; everything it needs comes with the invocation.
public interface Command {
  /// The words that name it below the program, such as `db status`.
  String name();

  /// Other names it answers to.
  default List<String> aliases() {
    return List.of();
  }

  /// One sentence without a final stop.
  String summary();

  /// What follows the name on its usage line, such as `[flags] IMAGE`.
  String usage();

  /// Example command lines: a clause and the words after the program.
  default List<Example> examples() {
    return List.of();
  }

  List<FlagGroup> flags();

  /// Whether it takes the flags of every command, a configuration file and a time limit among them.
  default boolean takesGlobalFlags() {
    return true;
  }

  /// Does the work.
  ///
  /// @return the exit code
  /// @throws UsageException for a wrong value or combination
  /// @throws IOException for trouble with the world; its message is for the user
  int run(Invocation invocation) throws UsageException, IOException;

  /// One example of a help text.
  record Example(String about, String words) {}
}
