package dev.landwaiter.signing.key;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.EdDSAParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/// Whether a signature is right. A wrong or malformed one is `false`; a key that may not be used so
/// is refused.
///
/// Signatures of ECDSA are strict DER with both numbers in range; for P-256 the 64 bytes of r and s
/// are taken too, as the reference's program does.
public final class SignatureCheck {
  private SignatureCheck() {}

  /// Checks a signature over a whole message.
  ///
  /// @throws RefusedException with SIGNATURE when the key and the details do not fit
  public static boolean verify(
      VerificationKey key, PublicKeyDetails details, Bytes message, Bytes signature)
      throws RefusedException {
    Fitting.require(key, details);
    try {
      return switch (details.scheme()) {
        case ECDSA -> ecdsa(key, ecdsaName(details), message, signature);
        case RSA_PKCS1, RSA_PSS ->
            fills(key, signature) && check(algorithm(details), key, message, signature);
        case ED25519, ED25519_PH ->
            signature.size() == 64 && check(algorithm(details), key, message, signature);
      };
    } catch (GeneralSecurityException e) {
      throw unusable(key, details);
    }
  }

  /// Checks a signature where only the hash of the message is known.
  ///
  /// @param digest by the hash of the details
  /// @throws RefusedException with SIGNATURE when the key and the details do not fit, the digest
  ///   has another length, or the scheme needs the whole message (Ed25519)
  public static boolean overDigest(
      VerificationKey key, PublicKeyDetails details, Bytes digest, Bytes signature)
      throws RefusedException {
    Fitting.require(key, details);
    if (digest.size() != details.hash().size()) {
      throw new RefusedException(
          FailureClass.SIGNATURE,
          "the digest does not fit " + details,
          details.hash().size() + " bytes",
          digest.size() + " bytes");
    }
    try {
      return switch (details.scheme()) {
        case ECDSA -> ecdsa(key, "NONEwithECDSA", digest, signature);
        case RSA_PKCS1 ->
            fills(key, signature)
                && check(
                    Signature.getInstance("NONEwithRSA"),
                    key,
                    digestInfo(details.hash(), digest),
                    signature);
        case RSA_PSS ->
            fills(key, signature) && Prehashed.pss(key, details.hash(), digest, signature);
        case ED25519 ->
            throw new RefusedException(
                FailureClass.SIGNATURE,
                "a signature by Ed25519 can only be checked with the whole message at hand");
        case ED25519_PH -> signature.size() == 64 && Prehashed.ed25519(key, digest, signature);
      };
    } catch (GeneralSecurityException e) {
      throw unusable(key, details);
    }
  }

  /// Checks a signature over a whole message in each way that signers use with such a key: the
  /// default hash first, then SHA-256 for P-384 and P-521; Ed25519 with and without its hash.
  public static boolean anyOf(VerificationKey key, Bytes message, Bytes signature)
      throws RefusedException {
    for (PublicKeyDetails way : Fitting.ways(key)) {
      if (verify(key, way, message, signature)) {
        return true;
      }
    }
    return false;
  }

  /// As [#anyOf], where only the hash of the message is known: in each way that rests on this hash.
  ///
  /// @throws RefusedException with SIGNATURE when no way rests on it
  public static boolean anyOfOverDigest(
      VerificationKey key, HashAlgorithm algorithm, Bytes digest, Bytes signature)
      throws RefusedException {
    boolean tried = false;
    for (PublicKeyDetails way : Fitting.ways(key)) {
      if (way.scheme() != PublicKeyDetails.Scheme.ED25519 && way.hash() == algorithm) {
        tried = true;
        if (overDigest(key, way, digest, signature)) {
          return true;
        }
      }
    }
    if (!tried) {
      throw new RefusedException(
          FailureClass.SIGNATURE,
          "a key of the kind "
              + Fitting.kind(key)
              + " does not sign what only a "
              + algorithm.shortName()
              + " digest tells");
    }
    return false;
  }

  private static boolean ecdsa(
      VerificationKey key, String algorithm, Bytes message, Bytes signature)
      throws GeneralSecurityException {
    if (!(key.key() instanceof ECPublicKey point)) {
      return false;
    }
    if (Curve.wellFormed(signature, point)) {
      return check(Signature.getInstance(algorithm), key, message, signature);
    }
    return signature.size() == 64
        && Curve.of(point).filter(curve -> curve == Curve.P256).isPresent()
        && check(Signature.getInstance(algorithm + "inP1363Format"), key, message, signature);
  }

  private static boolean check(
      Signature algorithm, VerificationKey key, Bytes message, Bytes signature)
      throws GeneralSecurityException {
    algorithm.initVerify(key.key());
    algorithm.update(message.toArray());
    try {
      return algorithm.verify(signature.toArray());
    } catch (GeneralSecurityException e) {
      // The JDK says so of signatures that are malformed.
      return false;
    }
  }

  private static boolean fills(VerificationKey key, Bytes signature) {
    return key.key() instanceof RSAPublicKey rsa
        && signature.size() == (rsa.getModulus().bitLength() + 7) / 8;
  }

  /// What signs and checks whole messages so.
  static Signature algorithm(PublicKeyDetails details) throws GeneralSecurityException {
    return switch (details.scheme()) {
      case ECDSA -> Signature.getInstance(ecdsaName(details));
      case RSA_PKCS1 -> Signature.getInstance(jdkHash(details.hash()) + "withRSA");
      case RSA_PSS -> {
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(pss(details.hash()));
        yield pss;
      }
      case ED25519 -> Signature.getInstance("Ed25519");
      case ED25519_PH -> {
        Signature hashed = Signature.getInstance("Ed25519");
        hashed.setParameter(new EdDSAParameterSpec(true));
        yield hashed;
      }
    };
  }

  /// A salt as long as the hash, which masks too.
  static PSSParameterSpec pss(HashAlgorithm hash) {
    String name = hash.jdkName();
    return new PSSParameterSpec(name, "MGF1", new MGF1ParameterSpec(name), hash.size(), 1);
  }

  private static String ecdsaName(PublicKeyDetails details) {
    return jdkHash(details.hash()) + "withECDSA";
  }

  static String jdkHash(HashAlgorithm hash) {
    return switch (hash) {
      case SHA2_256 -> "SHA256";
      case SHA2_384 -> "SHA384";
      case SHA2_512 -> "SHA512";
    };
  }

  /// What RSASSA-PKCS1-v1_5 signs instead of a digest (RFC 8017, 9.2, note 1).
  public static Bytes digestInfo(HashAlgorithm hash, Bytes digest) {
    String head =
        switch (hash) {
          case SHA2_256 -> "3031300d060960864801650304020105000420";
          case SHA2_384 -> "3041300d060960864801650304020205000430";
          case SHA2_512 -> "3051300d060960864801650304020305000440";
        };
    return Bytes.hex(head).plus(digest);
  }

  private static RefusedException unusable(VerificationKey key, PublicKeyDetails details) {
    return new RefusedException(
        FailureClass.SIGNATURE,
        "a key of the kind " + Fitting.kind(key) + " cannot be used as " + details);
  }
}
