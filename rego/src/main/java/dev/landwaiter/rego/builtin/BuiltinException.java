package dev.landwaiter.rego.builtin;

import dev.landwaiter.rego.ErrorCode;

/// A built-in function failed. Carries no stack: policies fail often and on purpose.
public final class BuiltinException extends Exception {
  private static final long serialVersionUID = 1;

  private final String code;
  private final boolean halt;

  private BuiltinException(String code, String message, boolean halt) {
    super(message, null, false, false);
    this.code = code;
    this.halt = halt;
  }

  /// An operand of a kind the function does not take (`eval_type_error`); the engine puts the
  /// function's name and a colon in front of the message.
  public static BuiltinException type(String message) {
    return new BuiltinException(ErrorCode.EVAL_TYPE, message, false);
  }

  /// Any other failure (`eval_builtin_error`).
  public static BuiltinException failure(String message) {
    return new BuiltinException(ErrorCode.EVAL_BUILTIN, message, false);
  }

  /// A failure that ends the evaluation, such as a limit or the deadline (`eval_cancel_error`).
  public static BuiltinException halt(String message) {
    return new BuiltinException(ErrorCode.EVAL_CANCEL, message, true);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  public String code() {
    return code;
  }

  /// Whether the evaluation ends whatever the policy makes of it.
  public boolean isHalt() {
    return halt;
  }
}
