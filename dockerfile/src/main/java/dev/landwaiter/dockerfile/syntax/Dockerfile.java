package dev.landwaiter.dockerfile.syntax;

import java.util.List;

/// A Dockerfile that was read.
///
/// @param text decoded, without a byte order mark, line ends as they are
/// @param escape the escape character, a backslash or a back-tick
/// @param comments all comment lines in file order, those inside continued instructions too;
///   directives are not among them
/// @param troubles in file order; the first is what the builder says
public record Dockerfile(
    String text,
    char escape,
    List<Directive> directives,
    List<Comment> comments,
    List<Instruction> instructions,
    List<Trouble> troubles) {
  public Dockerfile {
    directives = List.copyOf(directives);
    comments = List.copyOf(comments);
    instructions = List.copyOf(instructions);
    troubles = List.copyOf(troubles);
  }
}
