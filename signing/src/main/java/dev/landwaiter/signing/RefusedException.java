package dev.landwaiter.signing;

import java.io.IOException;

/// Ends the examination of something that is refused. Checked, so that nobody can overlook it, and
/// an [IOException], so that it passes where files and registries are read.
public final class RefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public RefusedException(Refusal refusal) {
    super(refusal.message());
    this.refusal = refusal;
  }

  public RefusedException(FailureClass kind, String message) {
    this(Refusal.of(kind, message));
  }

  /// With what was expected and what was found.
  public RefusedException(FailureClass kind, String message, String expected, String found) {
    this(new Refusal(kind, message, expected, found));
  }

  public Refusal refusal() {
    return refusal;
  }

  public FailureClass kind() {
    return refusal.kind();
  }
}
