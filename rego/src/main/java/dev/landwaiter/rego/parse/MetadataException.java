package dev.landwaiter.rego.parse;

/// What is wrong with a metadata block.
final class MetadataException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;

  MetadataException(String message) {
    this(message, -1);
  }

  /// @param line of the YAML, from 1; negative for the block as a whole
  MetadataException(String message, int line) {
    super(message, null, false, false);
    this.line = line;
  }

  int line() {
    return line;
  }
}
