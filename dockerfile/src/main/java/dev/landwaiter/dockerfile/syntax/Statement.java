package dev.landwaiter.dockerfile.syntax;

import dev.landwaiter.base.text.Span;
import java.util.List;
import java.util.Optional;

/// What all instructions have in common, before their arguments are understood.
///
/// @param index in the file, from 0; a trigger of ONBUILD has that of its ONBUILD
/// @param keyword as written
/// @param line the joined logical line from the keyword on
/// @param arguments behind the keyword and the flags, trimmed
/// @param above comments that belong to it (the builder's rule: blank lines between do not matter,
///   an empty comment line that is not indented drops those before it)
/// @param blanks numbers of the blank lines inside the continued instruction
/// @param span from the keyword to the end of the last line, heredocs included
public record Statement(
    int index,
    Word keyword,
    MappedText line,
    List<Flag> flags,
    MappedText arguments,
    List<Heredoc> heredocs,
    List<Comment> above,
    List<Integer> blanks,
    Span span) {
  public Statement {
    flags = List.copyOf(flags);
    heredocs = List.copyOf(heredocs);
    above = List.copyOf(above);
    blanks = List.copyOf(blanks);
  }

  /// The number of its first line.
  public int firstLine() {
    return span.start().line();
  }

  /// The number of its last line.
  public int lastLine() {
    return span.lastLine();
  }

  /// The first flag of this name.
  public Optional<Flag> flag(String name) {
    for (Flag flag : flags) {
      if (flag.name().equals(name)) {
        return Optional.of(flag);
      }
    }
    return Optional.empty();
  }
}
