package dev.landwaiter.dockerfile.shell;

import java.util.List;

/// A list of pipelines.
public record Script(List<Step> steps) {
  public static final Script EMPTY = new Script(List.of());

  public Script {
    steps = List.copyOf(steps);
  }

  /// What stands between one pipeline and the one before.
  public enum Connector {
    START,
    /// A semicolon or the end of a line.
    THEN,
    /// `&`.
    BACKGROUND,
    /// `&&`.
    AND,
    /// `||`.
    OR
  }

  /// One pipeline.
  ///
  /// @param negated whether `!` stands before it
  /// @param commands more than one where there is a pipe
  public record Step(Connector before, boolean negated, List<Node> commands) {
    public Step {
      commands = List.copyOf(commands);
    }
  }
}
