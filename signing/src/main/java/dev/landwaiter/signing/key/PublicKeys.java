package dev.landwaiter.signing.key;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.encoding.Pem;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/// Reads public keys and says which kinds are good enough: ECDSA on P-256, P-384 and P-521, RSA
/// from 2048 bits on, and Ed25519.
public final class PublicKeys {
  private static final String EC = "1.2.840.10045.2.1";
  private static final String RSA = "1.2.840.113549.1.1.1";
  private static final String ED25519 = "1.3.101.112";

  private PublicKeys() {}

  /// The key in the first block of a PEM text: `PUBLIC KEY` (RFC 7468, 13) or `RSA PUBLIC KEY` (RFC
  /// 8017, A.1.1). Text before it and blocks behind it are passed over.
  ///
  /// @param where the name of the text, for messages
  /// @throws RefusedException with PARSE when there is no such block or it is broken, with USAGE
  ///   for a certificate or a private key, with SIGNATURE for a kind of key that is not permitted
  public static VerificationKey pem(String where, Bytes text) throws RefusedException {
    Optional<Pem> first = Pem.first(where, text.toText());
    if (first.isEmpty()) {
      throw new RefusedException(
          FailureClass.PARSE, where + ": no public key in PEM form is there");
    }
    Pem block = first.get();
    return switch (block.label()) {
      case "PUBLIC KEY" -> spki(where, block.content());
      case "RSA PUBLIC KEY" -> rsa(where, block.content());
      case "CERTIFICATE", "TRUSTED CERTIFICATE", "X509 CERTIFICATE" ->
          throw new RefusedException(
              FailureClass.USAGE,
              where
                  + ": a certificate stands where a public key is wanted; trusting its bare key"
                  + " would leave out who it was issued to");
      default -> {
        boolean secret = block.label().endsWith("PRIVATE KEY");
        throw new RefusedException(
            secret ? FailureClass.USAGE : FailureClass.PARSE,
            where + ": '" + block.label() + "' stands where a public key is wanted");
      }
    };
  }

  /// The key in a DER `SubjectPublicKeyInfo` (RFC 5280, 4.1), with the hash and scheme that are its
  /// default.
  ///
  /// @throws RefusedException with PARSE when it is broken, with SIGNATURE for a kind of key that
  ///   is not permitted
  public static VerificationKey spki(String where, Bytes der) throws RefusedException {
    String what = where + ": the public key";
    List<Der> parts = sequence(what, der, 2);
    List<Der> algorithm = parts.get(0).require(Der.SEQUENCE, what).inner(what);
    if (algorithm.isEmpty() || algorithm.size() > 2) {
      throw broken(what, "its algorithm has " + algorithm.size() + " parts");
    }
    Optional<Der> parameters =
        algorithm.size() == 2 ? Optional.of(algorithm.get(1)) : Optional.empty();
    Bytes bits = parts.get(1).require(Der.BIT_STRING, what).content();
    if (bits.isEmpty() || bits.at(0) != 0) {
      throw broken(what, "its bits do not fill whole bytes");
    }
    Bytes raw = bits.slice(1, bits.size());
    String kind = algorithm.get(0).objectId(what);
    return switch (kind) {
      case EC -> elliptic(what, der, parameters, raw);
      case RSA -> {
        if (parameters.isEmpty() || parameters.get().tag() != Der.NULL) {
          throw broken(what, "an RSA key without its empty parameters");
        }
        RsaNumbers numbers = RsaNumbers.read(what, raw);
        yield new VerificationKey(key(what, "RSA", der), der, numbers.details());
      }
      case ED25519 -> {
        if (parameters.isPresent() || raw.size() != 32) {
          throw broken(what, "an Ed25519 key of other than 32 bytes or with parameters");
        }
        yield new VerificationKey(key(what, "Ed25519", der), der, PublicKeyDetails.PKIX_ED25519);
      }
      default -> throw refused(what, name(kind) + " is not permitted");
    };
  }

  /// The key in a DER `SubjectPublicKeyInfo` for a given scheme and hash, as trusted roots name
  /// them. The two kinds whose names begin with `PKCS1` carry a PKCS#1 `RSAPublicKey` instead.
  ///
  /// @throws RefusedException also with SIGNATURE when the details do not fit the key
  public static VerificationKey spki(String where, Bytes der, PublicKeyDetails details)
      throws RefusedException {
    boolean bare =
        details == PublicKeyDetails.PKCS1_RSA_PKCS1V5 || details == PublicKeyDetails.PKCS1_RSA_PSS;
    VerificationKey plain = bare ? rsa(where, der) : spki(where, der);
    Fitting.require(plain, details);
    return new VerificationKey(plain.key(), plain.spki(), details);
  }

  /// As PEM: a `PUBLIC KEY` block in lines of 64 characters.
  public static String text(VerificationKey key) {
    return new Pem("PUBLIC KEY", key.spki()).text();
  }

  private static VerificationKey elliptic(
      String what, Bytes der, Optional<Der> parameters, Bytes raw) throws RefusedException {
    if (parameters.isEmpty()) {
      throw broken(what, "an elliptic key without its curve");
    }
    if (parameters.get().tag() != Der.OBJECT_ID) {
      throw refused(what, "a curve that is spelled out instead of named is not permitted");
    }
    Curve curve =
        Curve.byObjectId(parameters.get().objectId(what))
            .orElseThrow(() -> refused(what, "a curve other than P-256, P-384, P-521"));
    if (raw.size() != 1 + 2 * curve.size() || raw.at(0) != 4) {
      throw broken(what, "a point that is not in its uncompressed form on " + curve.title());
    }
    PublicKey key = key(what, "EC", der);
    if (!(key instanceof ECPublicKey point) || !curve.holds(point)) {
      throw broken(what, "a point that is not on " + curve.title());
    }
    return new VerificationKey(key, der, curve.details());
  }

  private static VerificationKey rsa(String where, Bytes der) throws RefusedException {
    RsaNumbers.read(where + ": the public key", der);
    Bytes algorithm = Der.encode(Der.SEQUENCE, Bytes.hex("06092a864886f70d0101010500"));
    Bytes bits = Der.encode(Der.BIT_STRING, Bytes.hex("00").plus(der));
    return spki(where, Der.encode(Der.SEQUENCE, algorithm.plus(bits)));
  }

  private static PublicKey key(String what, String algorithm, Bytes der) throws RefusedException {
    try {
      return KeyFactory.getInstance(algorithm)
          .generatePublic(new X509EncodedKeySpec(der.toArray()));
    } catch (GeneralSecurityException e) {
      throw broken(what, "its numbers are out of range");
    }
  }

  private static List<Der> sequence(String what, Bytes der, int parts) throws RefusedException {
    List<Der> all = Der.only(what, der).require(Der.SEQUENCE, what).inner(what);
    if (all.size() != parts) {
      throw broken(what, all.size() + " parts instead of " + parts);
    }
    return all;
  }

  private static String name(String objectId) {
    return switch (objectId) {
      case "1.2.840.113549.1.1.10" -> "a key that is only for RSA-PSS";
      case "1.3.101.110", "1.3.101.111" -> "a key for agreement (X25519, X448)";
      case "1.3.101.113" -> "Ed448";
      case "1.2.840.10040.4.1" -> "DSA";
      case "2.16.840.1.101.3.4.3.17", "2.16.840.1.101.3.4.3.18", "2.16.840.1.101.3.4.3.19" ->
          "ML-DSA";
      default -> "a key of the kind " + objectId;
    };
  }

  private static RefusedException broken(String what, String why) {
    return new RefusedException(FailureClass.PARSE, what + " is broken: " + why);
  }

  private static RefusedException refused(String what, String why) {
    return new RefusedException(FailureClass.SIGNATURE, what + " cannot be used: " + why);
  }
}
