package dev.landwaiter.scan;

import java.io.IOException;

/// A scan that cannot be done as asked. The message is for the user.
public final class ScanException extends IOException {
  private static final long serialVersionUID = 1L;

  public ScanException(String message, Throwable cause) {
    super(message, cause);
  }
}
