package dev.landwaiter.policy.gatekeeper.match;

/// Whether an object matches cannot be told.
public final class MatchException extends Exception {
  private static final long serialVersionUID = 1;

  public MatchException(String message) {
    super(message);
  }

  /// The message.
  public String text() {
    return String.valueOf(getMessage());
  }
}
