package dev.landwaiter.policy.gatekeeper;

/// A review that cannot be brought to its end.
public final class ReviewException extends Exception {
  private static final long serialVersionUID = 1;

  public ReviewException(String message) {
    super(message);
  }

  /// The message.
  public String text() {
    return String.valueOf(getMessage());
  }
}
