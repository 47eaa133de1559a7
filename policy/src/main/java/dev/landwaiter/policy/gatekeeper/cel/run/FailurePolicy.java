package dev.landwaiter.policy.gatekeeper.cel.run;

import dev.landwaiter.policy.gatekeeper.RefusedException;

/// What becomes of an expression that fails.
public enum FailurePolicy {
  /// It is a violation.
  FAIL("Fail"),
  /// Nothing.
  IGNORE("Ignore");

  private final String text;

  FailurePolicy(String text) {
    this.text = text;
  }

  /// Reads the word of templates and flags.
  ///
  /// @throws RefusedException when it is none
  public static FailurePolicy of(String text) throws RefusedException {
    for (FailurePolicy policy : values()) {
      if (policy.text.equals(text)) {
        return policy;
      }
    }
    throw new RefusedException(
        "invalid failure policy: unrecognized failure policy: " + text,
        "Write `Fail` or `Ignore`.");
  }
}
