package dev.landwaiter.rego.builtin.pattern;

/// A glob that cannot be read.
final class GlobSyntaxException extends Exception {
  private static final long serialVersionUID = 1;

  private final String text;

  GlobSyntaxException(String text) {
    super(text, null, false, false);
    this.text = text;
  }

  @Override
  public String getMessage() {
    return text;
  }
}
