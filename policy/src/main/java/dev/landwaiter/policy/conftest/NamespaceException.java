package dev.landwaiter.policy.conftest;

/// A pattern for packages that is none.
public final class NamespaceException extends Exception {
  private static final long serialVersionUID = 1;

  public NamespaceException(String pattern) {
    super("match pattern \"" + pattern + "\": syntax error in pattern");
  }
}
