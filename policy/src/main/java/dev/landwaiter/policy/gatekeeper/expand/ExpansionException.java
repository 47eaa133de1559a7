package dev.landwaiter.policy.gatekeeper.expand;

/// An object that cannot be expanded; the message says which and why.
public final class ExpansionException extends Exception {
  private static final long serialVersionUID = 1L;

  public ExpansionException(String message) {
    super(message);
  }

  /// The message.
  public String text() {
    return String.valueOf(getMessage());
  }
}
