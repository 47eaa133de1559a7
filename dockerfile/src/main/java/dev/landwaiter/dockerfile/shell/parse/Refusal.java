package dev.landwaiter.dockerfile.shell.parse;

/// Ends reading at a place that cannot be understood; it never leaves this package.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  Refusal(int offset, String message) {
    super(message, null, false, false);
    this.offset = offset;
  }

  int offset() {
    return offset;
  }
}
