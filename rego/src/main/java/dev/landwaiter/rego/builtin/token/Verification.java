package dev.landwaiter.rego.builtin.token;

import dev.landwaiter.rego.builtin.BuiltinException;
import dev.landwaiter.rego.builtin.crypto.PublicKeyData;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Checks signatures through the JDK.
final class Verification {
  private Verification() {}

  /// Whether a key made a signature; false for a key of the wrong kind.
  static boolean verify(TokenAlgorithm algorithm, WebKey key, byte[] signed, byte[] signature)
      throws BuiltinException {
    if (key.type() == WebKey.Type.SECRET) {
      return algorithm.kind() == TokenAlgorithm.Kind.HMAC
          && hmacFits(algorithm, key.bytes("k"), signed, signature);
    }
    boolean fits =
        switch (key.publicKey()) {
          case PublicKeyData.Rsa rsa -> {
            if (rsa.modulus().bitLength() > PublicKeyData.RSA_LIMIT) {
              throw BuiltinException.failure(
                  "an RSA key of more than " + PublicKeyData.RSA_LIMIT + " bits");
            }
            yield algorithm.kind() == TokenAlgorithm.Kind.RSA;
          }
          case PublicKeyData.Ec _ -> algorithm.kind() == TokenAlgorithm.Kind.EC;
          case PublicKeyData.Ed25519 _ -> algorithm.kind() == TokenAlgorithm.Kind.ED25519;
          default -> false;
        };
    if (!fits) {
      return false;
    }
    try {
      return fits(algorithm, key.publicKey().forJdk().orElseThrow(), signed, signature);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  private static boolean fits(
      TokenAlgorithm algorithm, PublicKey key, byte[] signed, byte[] signature)
      throws GeneralSecurityException {
    var checking = algorithm.signature(algorithm.isPss() ? algorithm.hashSize() : 0);
    checking.initVerify(key);
    checking.update(signed);
    return checking.verify(signature);
  }

  /// Whether a code is the one of a secret; compares in constant time.
  static boolean hmacFits(TokenAlgorithm algorithm, byte[] secret, byte[] signed, byte[] code)
      throws BuiltinException {
    return MessageDigest.isEqual(hmac(algorithm, secret, signed), code);
  }

  static byte[] hmac(TokenAlgorithm algorithm, byte[] secret, byte[] signed)
      throws BuiltinException {
    try {
      var mac = Mac.getInstance(algorithm.standardName());
      // Keys are filled up with zeros, so that one zero is the empty key, which the JDK refuses.
      byte[] key = secret.length == 0 ? new byte[1] : secret;
      mac.init(new SecretKeySpec(key, algorithm.standardName()));
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw BuiltinException.failure(String.valueOf(e.getMessage()));
    }
  }
}
