package dev.landwaiter.policy.gatekeeper.bench;

/// What cannot be measured, or a baseline that cannot be compared with.
public final class BenchException extends Exception {
  private static final long serialVersionUID = 1L;

  public BenchException(String message) {
    super(message);
  }

  /// The message.
  public String text() {
    return String.valueOf(getMessage());
  }
}
