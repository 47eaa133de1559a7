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
    Bytes body) {}
