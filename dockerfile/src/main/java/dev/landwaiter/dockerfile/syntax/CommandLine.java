package dev.landwaiter.dockerfile.syntax;

import java.util.List;

/// The command of RUN, CMD, ENTRYPOINT and HEALTHCHECK.
public sealed interface CommandLine {
  /// A JSON array: the words of the program itself.
  record Exec(List<Word> words) implements CommandLine {
    public Exec {
      words = List.copyOf(words);
    }
  }

  /// Text for the current shell; empty where there is none.
  record Shell(MappedText text) implements CommandLine {}
}
