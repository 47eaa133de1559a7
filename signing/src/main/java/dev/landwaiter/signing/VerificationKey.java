package dev.landwaiter.signing;

import java.security.PublicKey;

/// A public key to verify with.
///
/// @param spki its DER `SubjectPublicKeyInfo` as received
/// @param details its kind with the hash and scheme that are its default
public record VerificationKey(PublicKey key, Bytes spki, PublicKeyDetails details) {
  /// SHA-256 over the `SubjectPublicKeyInfo`: the key's name in logs and hints.
  public Bytes id() {
    return spki.sha256();
  }
}
