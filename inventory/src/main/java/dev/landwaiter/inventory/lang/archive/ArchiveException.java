package dev.landwaiter.inventory.lang.archive;

/// An archive, or one entry of it, that cannot be read; the reason is one sentence without a stop.
public final class ArchiveException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public ArchiveException(String reason) {
    super(reason);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}
