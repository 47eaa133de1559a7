package dev.landwaiter.policy.conftest;

/// A configuration file could not be read.
public final class UnreadException extends Exception {
  private static final long serialVersionUID = 1;

  /// @param message one sentence that names the file
  public UnreadException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
