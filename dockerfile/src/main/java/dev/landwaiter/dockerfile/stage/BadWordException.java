package dev.landwaiter.dockerfile.stage;

/// A word that cannot be expanded; never leaves this package.
final class BadWordException extends Exception {
  private static final long serialVersionUID = 1;

  BadWordException(String message) {
    super(message, null, false, false);
  }

  String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
