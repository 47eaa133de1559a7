package dev.landwaiter.rego.eval;

/// A variable is needed where nothing has bound it: what is being tried cannot be compiled this
/// way.
final class Unbound extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unbound(String variable) {
    super("variable " + variable + " is not bound", null, false, false);
  }
}
