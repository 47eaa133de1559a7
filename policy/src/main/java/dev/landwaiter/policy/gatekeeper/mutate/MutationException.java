package dev.landwaiter.policy.gatekeeper.mutate;

/// A mutator that cannot be applied to an object; the message says why.
public final class MutationException extends Exception {
  private static final long serialVersionUID = 1L;

  public MutationException(String message) {
    super(message);
  }

  /// The message.
  public String text() {
    return String.valueOf(getMessage());
  }
}
