package dev.landwaiter.base.version;

/// A text that is no version, or no constraint, of the ecosystem it is held to be of.
public final class InvalidVersionException extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidVersionException(String message) {
    super(message);
  }
}
