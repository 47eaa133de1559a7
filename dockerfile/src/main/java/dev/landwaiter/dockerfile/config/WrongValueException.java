package dev.landwaiter.dockerfile.config;

/// A value of a configuration file has not the type or content its key wants.
final class WrongValueException extends Exception {
  private static final long serialVersionUID = 1;

  WrongValueException(String message) {
    super(message, null, false, false);
  }
}
