package dev.landwaiter.signing.policy.cluster;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.trust.Authority;
import dev.landwaiter.signing.trust.file.PiecewiseTrust;
import java.util.List;

/// Keys and certificates that policies hold, in PEM form.
public final class Keys {
  private Keys() {}

  /// The only key of a text.
  ///
  /// @param where for messages
  /// @throws RefusedException with TRUST_ROOT when there is none, more than one, or one that may
  ///   not be used
  public static VerificationKey one(String where, String pem) throws RefusedException {
    try {
      int blocks = Pem.blocks(where, pem).size();
      if (blocks != 1) {
        throw new RefusedException(
            FailureClass.PARSE, where + ": one public key in PEM form is wanted, not " + blocks);
      }
      return PublicKeys.pem(where, Bytes.utf8(pem));
    } catch (RefusedException e) {
      throw new RefusedException(FailureClass.TRUST_ROOT, e.refusal().message());
    }
  }

  /// The certificate authorities of a text.
  ///
  /// @throws RefusedException with TRUST_ROOT
  public static List<Authority> authorities(String where, String pem) throws RefusedException {
    return PiecewiseTrust.roots(where, Bytes.utf8(pem));
  }

  /// How a key signs with a hash that its owner names.
  ///
  /// @throws RefusedException with TRUST_ROOT for a hash that does not go with the key
  public static PublicKeyDetails details(String where, VerificationKey key, HashAlgorithm hash)
      throws RefusedException {
    PublicKeyDetails own = key.details();
    if (own.hash() == hash || own.scheme() == PublicKeyDetails.Scheme.ED25519) {
      return own;
    }
    if (hash == HashAlgorithm.SHA2_256 && own == PublicKeyDetails.PKIX_ECDSA_P384_SHA_384) {
      return PublicKeyDetails.PKIX_ECDSA_P384_SHA_256;
    }
    if (hash == HashAlgorithm.SHA2_256 && own == PublicKeyDetails.PKIX_ECDSA_P521_SHA_512) {
      return PublicKeyDetails.PKIX_ECDSA_P521_SHA_256;
    }
    throw new RefusedException(
        FailureClass.TRUST_ROOT,
        "%s: a key of the kind %s does not sign with %s".formatted(where, own, hash.shortName()),
        own.hash().shortName(),
        hash.shortName());
  }
}
