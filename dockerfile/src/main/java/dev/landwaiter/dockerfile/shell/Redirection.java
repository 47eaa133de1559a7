package dev.landwaiter.dockerfile.shell;

import java.util.List;

/// `>file` and its like.
///
/// @param operator without the descriptor, for instance `>>`, `<&` or `<<`
/// @param target the file, the descriptor, or the name of the here document
/// @param body the lines of a here document as one part, in it the expansions, unless its name is
///   quoted; filled when reading comes to it, behind the command
public record Redirection(
    int start, int end, String operator, List<ShellWord> target, List<Part> body) {
  public Redirection {
    target = List.copyOf(target);
  }
}
