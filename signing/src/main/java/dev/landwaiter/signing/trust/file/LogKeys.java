package dev.landwaiter.signing.trust.file;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.encoding.Der;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.NoSuchElementException;

/// The keys that logs may have.
final class LogKeys {
  /// `SEQUENCE { rsaEncryption, NULL }` (RFC 8017, A.1).
  private static final Bytes RSA_ALGORITHM = Bytes.hex("300d06092a864886f70d0101010500");

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
  ///
  /// @throws RefusedException with TRUST_ROOT
  static VerificationKey read(String where, Bytes raw, PublicKeyDetails details)
      throws RefusedException {
    Bytes spki =
        details == PublicKeyDetails.PKCS1_RSA_PKCS1V5
            ? Der.encode(
                Der.SEQUENCE,
                RSA_ALGORITHM.plus(Der.encode(Der.BIT_STRING, Bytes.hex("00").plus(raw))))
            : raw;
    VerificationKey key = ofSpki(where, spki);
    PublicKeyDetails found = key.details();
    boolean rsa =
        details == PublicKeyDetails.PKCS1_RSA_PKCS1V5
            || details == PublicKeyDetails.PKIX_RSA_PKCS1V5;
    if (rsa ? !(key.key() instanceof RSAPublicKey) : found != details) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT,
          where + " is not of the kind that its keyDetails say",
          details.name(),
          found.name());
    }
    return key;
  }

  /// Any key that a log may have.
  ///
  /// @throws RefusedException with TRUST_ROOT
  static VerificationKey ofSpki(String where, Bytes spki) throws RefusedException {
    try {
      Der whole = Der.only(where, spki).require(Der.SEQUENCE, where);
      List<Der> algorithm = whole.inner(where).getFirst().require(Der.SEQUENCE, where).inner(where);
      String id = algorithm.getFirst().objectId(where);
      String name =
          switch (id) {
            case "1.2.840.10045.2.1" -> "EC";
            case "1.2.840.113549.1.1.1" -> "RSA";
            case "1.3.101.112" -> "Ed25519";
            default -> throw unusable(where, id);
          };
      PublicKey key =
          KeyFactory.getInstance(name).generatePublic(new X509EncodedKeySpec(spki.toArray()));
      String curve = name.equals("EC") ? algorithm.get(1).objectId(where) : "";
      return new VerificationKey(key, spki, details(where, key, curve));
    } catch (GeneralSecurityException | IndexOutOfBoundsException | NoSuchElementException e) {
      throw unusable(where, "broken bytes");
    } catch (RefusedException e) {
      throw new RefusedException(FailureClass.TRUST_ROOT, e.refusal().message());
    }
  }

  private static PublicKeyDetails details(String where, PublicKey key, String curve)
      throws RefusedException {
    if (key instanceof RSAPublicKey rsa) {
      int bits = rsa.getModulus().bitLength();
      if (bits < 2048 || bits > 16_384) {
        throw unusable(where, "RSA of " + bits + " bits");
      }
      return switch (bits) {
        case 2048 -> PublicKeyDetails.PKIX_RSA_PKCS1V15_2048_SHA256;
        case 3072 -> PublicKeyDetails.PKIX_RSA_PKCS1V15_3072_SHA256;
        case 4096 -> PublicKeyDetails.PKIX_RSA_PKCS1V15_4096_SHA256;
        default -> PublicKeyDetails.PKIX_RSA_PKCS1V5;
      };
    }
    return switch (curve) {
      case "" -> PublicKeyDetails.PKIX_ED25519;
      case "1.2.840.10045.3.1.7" -> PublicKeyDetails.PKIX_ECDSA_P256_SHA_256;
      case "1.3.132.0.34" -> PublicKeyDetails.PKIX_ECDSA_P384_SHA_384;
      case "1.3.132.0.35" -> PublicKeyDetails.PKIX_ECDSA_P521_SHA_512;
      default -> throw unusable(where, "the curve " + curve);
    };
  }

  private static RefusedException unusable(String where, String found) {
    return new RefusedException(
        FailureClass.TRUST_ROOT,
        where + " is not a key that a log may have: " + found,
        "ECDSA P-256, P-384 or P-521, Ed25519, or RSA from 2048 bits on",
        found);
  }
}
