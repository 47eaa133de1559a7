package dev.landwaiter.base.format;

import dev.landwaiter.base.text.Problem;

/// A text that does not follow its format; carries the problem with its place.
public final class FormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public FormatException(Problem problem) {
    super(problem.toString());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
