package dev.landwaiter.dockerfile.config;

/// A value of a configuration file has not the type or content its key wants.
final class WrongValueException extends Exception {
  private static final long serialVersionUID = 1;

  private final String path;

  /// @param path of the key, with stops before those of inner maps; empty for the file itself
  WrongValueException(String path, String message) {
    super(path.isEmpty() ? message : path + " " + message, null, false, false);
    this.path = path;
  }

  String path() {
    return path;
  }
}
