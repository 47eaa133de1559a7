package dev.landwaiter.rego.format;

/// Two comments would have to end the same line: the surrounding term is then left as it is.
final class UnexpectedComment extends Exception {
  private static final long serialVersionUID = 1;

  UnexpectedComment() {
    super("a comment has no place", null, false, false);
  }
}
