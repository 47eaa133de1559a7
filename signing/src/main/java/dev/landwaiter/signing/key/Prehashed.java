package dev.landwaiter.signing.key;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.VerificationKey;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// Signatures over a hash alone, for the schemes whose JDK form wants the whole message.
final class Prehashed {
  private Prehashed() {}

  /// Ed25519ph with an empty context (RFC 8032, 5.1).
  ///
  /// @param digest SHA-512 of the message
  static boolean ed25519(VerificationKey key, Bytes digest, Bytes signature) {
    byte[] spki = key.spki().toArray();
    // The raw key is the end of its SubjectPublicKeyInfo (RFC 8410, 4).
    int at = spki.length - Ed25519.PUBLIC_KEY_SIZE;
    return Ed25519.verifyPrehash(
        signature.toArray(), 0, spki, at, new byte[0], digest.toArray(), 0);
  }

  /// RSASSA-PSS with a salt as long as the hash (RFC 8017, 8.1.2).
  static boolean pss(VerificationKey key, HashAlgorithm hash, Bytes digest, Bytes signature) {
    if (!(key.key() instanceof RSAPublicKey rsa)) {
      return false;
    }
    PSSSigner signer =
        PSSSigner.createRawSigner(
            new RSAEngine(), digest(hash), digest(hash), hash.size(), PSSSigner.TRAILER_IMPLICIT);
    signer.init(false, new RSAKeyParameters(false, rsa.getModulus(), rsa.getPublicExponent()));
    signer.update(digest.toArray(), 0, digest.size());
    return signer.verifySignature(signature.toArray());
  }

  private static Digest digest(HashAlgorithm hash) {
    return switch (hash) {
      case SHA2_256 -> new SHA256Digest();
      case SHA2_384 -> new SHA384Digest();
      case SHA2_512 -> new SHA512Digest();
    };
  }
}
