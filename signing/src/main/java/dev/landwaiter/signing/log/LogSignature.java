package dev.landwaiter.signing.log;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.VerificationKey;
import java.security.GeneralSecurityException;
import java.security.Signature;

/// Signatures of logs: over SHA-256 whatever the curve, Ed25519 over the message itself.
final class LogSignature {
  private LogSignature() {}

  static boolean verifies(VerificationKey key, Bytes message, Bytes signature) {
    String algorithm =
        switch (key.details().scheme()) {
          case ECDSA -> "SHA256withECDSA";
          case ED25519, ED25519_PH -> "Ed25519";
          case RSA_PKCS1, RSA_PSS -> "SHA256withRSA";
        };
    try {
      Signature check = Signature.getInstance(algorithm);
      check.initVerify(key.key());
      check.update(message.toArray());
      return check.verify(signature.toArray());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
