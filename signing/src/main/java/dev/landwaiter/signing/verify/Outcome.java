package dev.landwaiter.signing.verify;

import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.bundle.Evidence;

/// What became of one candidate.
public sealed interface Outcome {
  /// Where the candidate was found.
  String origin();

  /// It is trusted.
  record Accepted(Verified<Claim> verified) implements Outcome {
    @Override
    public String origin() {
      return verified.origin();
    }
  }

  /// It is not.
  record Refused(String origin, Evidence.Form form, Refusal refusal) implements Outcome {}
}
