package dev.landwaiter.rego.schema;

/// A JSON schema that cannot be read.
public final class SchemaException extends Exception {
  private static final long serialVersionUID = 1;

  public SchemaException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
