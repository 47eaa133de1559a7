package dev.landwaiter.base.text;

/// A text that is no glob: says what is wrong with it.
public final class InvalidGlobException extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidGlobException(String pattern, String message) {
    super("not a glob: " + pattern + ": " + message);
  }
}
