package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.key.SignatureCheck;
import java.util.List;

/// Signatures of logs: with SHA-256 whatever the curve, in DER; Ed25519 over the message itself.
final class LogSignature {
  private LogSignature() {}

  /// @throws RefusedException with SIGNATURE for a key that cannot be used
  static boolean verifies(VerificationKey key, Bytes message, Bytes signature)
      throws RefusedException {
    return switch (key.details().scheme()) {
      case ECDSA ->
          isDer(signature) && SignatureCheck.verify(key, withSha256(key), message, signature);
      case ED25519, ED25519_PH ->
          SignatureCheck.verify(key, PublicKeyDetails.PKIX_ED25519, message, signature);
      case RSA_PKCS1, RSA_PSS ->
          SignatureCheck.verify(key, PublicKeyDetails.PKIX_RSA_PKCS1V5, message, signature);
    };
  }

  private static PublicKeyDetails withSha256(VerificationKey key) {
    return switch (key.details()) {
      case PKIX_ECDSA_P384_SHA_384, PKIX_ECDSA_P384_SHA_256 ->
          PublicKeyDetails.PKIX_ECDSA_P384_SHA_256;
      case PKIX_ECDSA_P521_SHA_512, PKIX_ECDSA_P521_SHA_256 ->
          PublicKeyDetails.PKIX_ECDSA_P521_SHA_256;
      default -> PublicKeyDetails.PKIX_ECDSA_P256_SHA_256;
    };
  }

  /// Logs never write the two bare numbers, which artifacts' signatures may be.
  private static boolean isDer(Bytes signature) {
    try {
      List<Der> numbers =
          Der.only("signature", signature).require(Der.SEQUENCE, "signature").inner("signature");
      return numbers.size() == 2
          && numbers.getFirst().tag() == Der.INTEGER
          && numbers.getLast().tag() == Der.INTEGER;
    } catch (RefusedException e) {
      return false;
    }
  }
}
