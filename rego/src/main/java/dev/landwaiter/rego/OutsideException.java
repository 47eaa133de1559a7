package dev.landwaiter.rego;

/// The world outside did not answer.
public final class OutsideException extends Exception {
  private static final long serialVersionUID = 1;

  /// Why: `closed` (the network is not open to this evaluation), `timeout`, or `network`.
  public enum Reason {
    CLOSED,
    TIMEOUT,
    NETWORK
  }

  private final Reason reason;

  public OutsideException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
