package dev.landwaiter.signing.bundle;

import dev.landwaiter.signing.Bytes;
import java.util.Optional;

/// One entry of a transparency log as it came with a signature; nothing of it is verified (sigstore
/// protobuf-specs, `TransparencyLogEntry`).
///
/// @param logIndex in the whole log for Rekor v1, in the tree for v2
/// @param kind such as `hashedrekord`; empty where the form does not say it
/// @param version such as `0.0.1`; empty where the form does not say it
/// @param integratedTime seconds since 1970, or 0
/// @param promise the signed entry timestamp
/// @param body the canonicalised body
public record LogEntry(
    long logIndex,
    Bytes logId,
    String kind,
    String version,
    long integratedTime,
    Optional<Bytes> promise,
    Optional<InclusionProof> proof,
    Bytes body) {
  /// Whether it carries what material of that form must carry to be counted: a promise in 0.1, a
  /// proof from 0.2 on, either of them in the older forms.
  public boolean counts(Evidence.Form form) {
    return switch (form) {
      case LEGACY -> promise.isPresent() || proof.isPresent();
      case BUNDLE_0_1 -> promise.isPresent();
      case BUNDLE_0_2, BUNDLE_0_3 -> proof.isPresent();
    };
  }
}
