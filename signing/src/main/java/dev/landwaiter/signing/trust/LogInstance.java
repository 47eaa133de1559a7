package dev.landwaiter.signing.trust;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.Window;

/// A transparency log or a certificate transparency log that is trusted (sigstore protobuf-specs,
/// `TransparencyLogInstance`).
///
/// @param baseUrl its address, or empty where nobody said it
/// @param id what entries name it by: for Rekor v1 and certificate transparency the SHA-256 of its
///   key, for Rekor v2 the whole hash of its checkpoint key
/// @param validFor when its key was good; the start is always there unless the key came without one
///   from a file
public record LogInstance(String baseUrl, Bytes id, VerificationKey key, Window validFor) {}
