package dev.landwaiter.signing.trust.file;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.key.PublicKeys;

/// The keys that logs may have.
final class LogKeys {
  private LogKeys() {}

  /// Whether a log may have a key of this kind; entries of others cannot be verified.
  static boolean usable(PublicKeyDetails details) {
    return switch (details) {
      case PKIX_ECDSA_P256_SHA_256,
          PKIX_ECDSA_P384_SHA_384,
          PKIX_ECDSA_P521_SHA_512,
          PKIX_ED25519,
          PKCS1_RSA_PKCS1V5,
          PKIX_RSA_PKCS1V5,
          PKIX_RSA_PKCS1V15_2048_SHA256,
          PKIX_RSA_PKCS1V15_3072_SHA256,
          PKIX_RSA_PKCS1V15_4096_SHA256 ->
          true;
      default -> false;
    };
  }

  /// The key in its raw form, which must be of the stated kind.
  static VerificationKey read(String where, Bytes raw, PublicKeyDetails details)
      throws RefusedException {
    VerificationKey key;
    try {
      key = PublicKeys.spki("log", raw, details);
    } catch (RefusedException e) {
      throw new RefusedException(e.refusal().in(where + " as " + details));
    }
    // The bare form of a key ends here: what is kept is a SubjectPublicKeyInfo.
    return details == PublicKeyDetails.PKCS1_RSA_PKCS1V5
        ? new VerificationKey(key.key(), key.spki(), PublicKeyDetails.PKIX_RSA_PKCS1V5)
        : key;
  }
}
