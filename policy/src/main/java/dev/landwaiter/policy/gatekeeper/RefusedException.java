package dev.landwaiter.policy.gatekeeper;

/// A template, a constraint or a piece of data that cannot be taken.
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;

  private final String hint;

  /// Without a hint.
  ///
  /// @param message as the original words it
  public RefusedException(String message) {
    this(message, "");
  }

  /// With a hint.
  ///
  /// @param hint what is behind it and what the user can do; several lines, or empty
  public RefusedException(String message, String hint) {
    super(message);
    this.hint = hint;
  }

  public String hint() {
    return hint;
  }

  /// The message.
  public String text() {
    return String.valueOf(getMessage());
  }
}
