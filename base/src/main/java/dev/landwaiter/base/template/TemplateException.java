package dev.landwaiter.base.template;

/// A template that cannot be read or run.
public final class TemplateException extends Exception {
  private static final long serialVersionUID = 1;

  /// @param message as Go says it
  public TemplateException(String message) {
    super(message, null, false, false);
  }
}
