package dev.landwaiter.signing.sign;

import dev.landwaiter.signing.PublicKeyDetails;

/// Which scheme and hash a key signs with.
final class Algorithm {
  private Algorithm() {}

  /// The key's default. Ed25519 signs the message itself, unless a log that sees only its hash must
  /// be able to check the signature: then the variant with a hash.
  static PublicKeyDetails of(
      PublicKeyDetails keyDefault, Content content, SigningServices services) {
    if (keyDefault != PublicKeyDetails.PKIX_ED25519) {
      return keyDefault;
    }
    boolean whole = content instanceof Content.Statement && !services.tiles();
    return services.logs().isEmpty() || whole
        ? PublicKeyDetails.PKIX_ED25519
        : PublicKeyDetails.PKIX_ED25519_PH;
  }
}
