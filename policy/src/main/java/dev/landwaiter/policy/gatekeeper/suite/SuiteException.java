package dev.landwaiter.policy.gatekeeper.suite;

/// A file, a test or a case that cannot be used; the message is the original's where it has one.
public final class SuiteException extends Exception {
  private static final long serialVersionUID = 1L;

  public SuiteException(String message) {
    super(message);
  }

  /// The message.
  public String text() {
    return String.valueOf(getMessage());
  }
}
