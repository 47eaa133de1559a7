package dev.landwaiter.policy.gatekeeper.cel.check;

/// What an expression must evaluate to.
public enum Wanted {
  BOOL("bool"),
  TEXT("string"),
  ANY("any");

  private final String text;

  Wanted(String text) {
    this.text = text;
  }

  /// Whether a type will do. A type that is not known before the evaluation is none of these.
  boolean takes(String type) {
    return this == ANY || text.equals(type);
  }

  String text() {
    return text;
  }
}
