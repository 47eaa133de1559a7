package dev.landwaiter.signing.notation.verify;

import dev.landwaiter.signing.notation.TargetArtifact;
import dev.landwaiter.signing.notation.policy.PolicyStatement;
import java.time.Instant;
import java.util.Map;

/// What a signature must be about and satisfy.
///
/// @param artifact its annotations count for nothing
/// @param metadata what the signer must have written beside it
/// @param now the current time
public record Wanted(
    PolicyStatement policy, TargetArtifact artifact, Map<String, String> metadata, Instant now) {
  public Wanted {
    metadata = Map.copyOf(metadata);
  }
}
