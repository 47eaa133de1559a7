package dev.landwaiter.signing.key;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which schemes and hashes a key may be used with.
final class Fitting {
  private Fitting() {}

  /// @throws RefusedException with SIGNATURE when they do not belong together
  static void require(VerificationKey key, PublicKeyDetails details) throws RefusedException {
    if (!fits(key, details)) {
      throw new RefusedException(
          FailureClass.SIGNATURE,
          "a key of the kind " + kind(key) + " cannot be used as " + details,
          kind(key),
          details.name());
    }
  }

  private static boolean fits(VerificationKey key, PublicKeyDetails details) {
    return switch (key.key()) {
      case ECPublicKey elliptic -> {
        Optional<Curve> curve = Curve.of(elliptic);
        yield switch (details) {
          case PKIX_ECDSA_P256_SHA_256 -> curve.equals(Optional.of(Curve.P256));
          case PKIX_ECDSA_P384_SHA_384, PKIX_ECDSA_P384_SHA_256 ->
              curve.equals(Optional.of(Curve.P384));
          case PKIX_ECDSA_P521_SHA_512, PKIX_ECDSA_P521_SHA_256 ->
              curve.equals(Optional.of(Curve.P521));
          default -> false;
        };
      }
      case RSAPublicKey rsa -> {
        int bits = rsa.getModulus().bitLength();
        yield switch (details) {
          case PKIX_RSA_PKCS1V15_2048_SHA256, PKIX_RSA_PSS_2048_SHA256 -> bits == 2048;
          case PKIX_RSA_PKCS1V15_3072_SHA256, PKIX_RSA_PSS_3072_SHA256 -> bits == 3072;
          case PKIX_RSA_PKCS1V15_4096_SHA256, PKIX_RSA_PSS_4096_SHA256 -> bits == 4096;
          case PKCS1_RSA_PKCS1V5, PKCS1_RSA_PSS, PKIX_RSA_PKCS1V5, PKIX_RSA_PSS -> bits >= 2048;
          default -> false;
        };
      }
      case EdECPublicKey edwards ->
          edwards.getParams().getName().equals("Ed25519")
              && (details == PublicKeyDetails.PKIX_ED25519
                  || details == PublicKeyDetails.PKIX_ED25519_PH);
      default -> false;
    };
  }

  /// What a signature by this key may have been made with where nothing else tells: its default
  /// first, then what older programs used instead.
  static List<PublicKeyDetails> ways(VerificationKey key) {
    List<PublicKeyDetails> ways = new ArrayList<>(2);
    ways.add(key.details());
    switch (key.details()) {
      case PKIX_ECDSA_P384_SHA_384 -> ways.add(PublicKeyDetails.PKIX_ECDSA_P384_SHA_256);
      case PKIX_ECDSA_P521_SHA_512 -> ways.add(PublicKeyDetails.PKIX_ECDSA_P521_SHA_256);
      case PKIX_ED25519 -> ways.add(PublicKeyDetails.PKIX_ED25519_PH);
      case PKIX_ED25519_PH -> ways.add(PublicKeyDetails.PKIX_ED25519);
      default -> {}
    }
    return ways;
  }

  /// For messages, such as `P-256` or `RSA of 2048 bits`.
  static String kind(VerificationKey key) {
    return switch (key.key()) {
      case ECPublicKey elliptic -> Curve.of(elliptic).map(Curve::title).orElse("an unknown curve");
      case RSAPublicKey rsa -> "RSA of " + rsa.getModulus().bitLength() + " bits";
      default -> key.key().getAlgorithm();
    };
  }
}
