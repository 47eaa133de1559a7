package dev.landwaiter.dockerfile.classic;

/// Reading stops at an offset of the instruction's line.
final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  final int offset;
  final String reason;

  /// Whether the builder is known to refuse it too, be it late, or nobody can mean it.
  final boolean sure;

  Refused(int offset, String reason, boolean sure) {
    super(reason, null, false, false);
    this.offset = offset;
    this.reason = reason;
    this.sure = sure;
  }
}
