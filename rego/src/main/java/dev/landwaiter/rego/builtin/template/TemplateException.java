package dev.landwaiter.rego.builtin.template;

/// A template that cannot be read or run.
final class TemplateException extends Exception {
  private static final long serialVersionUID = 1;

  TemplateException(String message) {
    super(message, null, false, false);
  }
}
