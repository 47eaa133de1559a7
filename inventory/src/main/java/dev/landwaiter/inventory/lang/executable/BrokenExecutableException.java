package dev.landwaiter.inventory.lang.executable;

/// An executable file whose headers contradict its content; the reason is one sentence without a
/// stop.
public final class BrokenExecutableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public BrokenExecutableException(String reason) {
    super(reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
