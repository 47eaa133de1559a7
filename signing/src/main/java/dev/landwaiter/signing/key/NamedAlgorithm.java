package dev.landwaiter.signing.key;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.PublicKeyDetails.Scheme;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.encoding.Der;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.List;
import java.util.Optional;

/// The algorithm of a signature as certificates and timestamps name it (RFC 5280, 4.1.1.2): any of
/// the hashes may stand with any curve there. SHA-1 and what is older is not among them.
public record NamedAlgorithm(Scheme scheme, HashAlgorithm hash) {
  private static final Bytes PSS_WITH = Bytes.hex("06092a864886f70d01010a");

  /// Reads an AlgorithmIdentifier.
  ///
  /// @param digest the hash for names that leave it open, as CMS has them (RFC 5754); empty where
  ///   the name must say it
  /// @throws RefusedException with PARSE when it is broken, with SIGNATURE for an algorithm that is
  ///   not permitted
  public static NamedAlgorithm read(String what, Der identifier, Optional<HashAlgorithm> digest)
      throws RefusedException {
    List<Der> parts = identifier.require(Der.SEQUENCE, what).inner(what);
    if (parts.isEmpty() || parts.size() > 2) {
      throw new RefusedException(FailureClass.PARSE, what + " names its algorithm wrongly");
    }
    Optional<Der> parameters = parts.size() == 2 ? Optional.of(parts.get(1)) : Optional.empty();
    String id = parts.getFirst().objectId(what);
    NamedAlgorithm named =
        switch (id) {
          case "1.2.840.10045.4.3.2" -> new NamedAlgorithm(Scheme.ECDSA, HashAlgorithm.SHA2_256);
          case "1.2.840.10045.4.3.3" -> new NamedAlgorithm(Scheme.ECDSA, HashAlgorithm.SHA2_384);
          case "1.2.840.10045.4.3.4" -> new NamedAlgorithm(Scheme.ECDSA, HashAlgorithm.SHA2_512);
          case "1.2.840.113549.1.1.11" ->
              new NamedAlgorithm(Scheme.RSA_PKCS1, HashAlgorithm.SHA2_256);
          case "1.2.840.113549.1.1.12" ->
              new NamedAlgorithm(Scheme.RSA_PKCS1, HashAlgorithm.SHA2_384);
          case "1.2.840.113549.1.1.13" ->
              new NamedAlgorithm(Scheme.RSA_PKCS1, HashAlgorithm.SHA2_512);
          case "1.2.840.113549.1.1.10" ->
              new NamedAlgorithm(Scheme.RSA_PSS, pssHash(what, identifier));
          case "1.3.101.112" -> new NamedAlgorithm(Scheme.ED25519, HashAlgorithm.SHA2_512);
          case "1.2.840.10045.2.1" ->
              new NamedAlgorithm(Scheme.ECDSA, digest.orElseThrow(() -> forbidden(what, id)));
          case "1.2.840.113549.1.1.1" ->
              new NamedAlgorithm(Scheme.RSA_PKCS1, digest.orElseThrow(() -> forbidden(what, id)));
          default -> throw forbidden(what, id);
        };
    boolean fitting =
        switch (named.scheme) {
          case RSA_PKCS1 -> parameters.isEmpty() || isNull(parameters.get());
          case RSA_PSS -> parameters.isPresent();
          case ECDSA, ED25519, ED25519_PH -> parameters.isEmpty();
        };
    if (!fitting) {
      throw new RefusedException(
          FailureClass.PARSE,
          what + " names its algorithm with parameters that do not belong there");
    }
    return named;
  }

  /// A hash as an AlgorithmIdentifier names it; SHA-256, SHA-384 and SHA-512 are permitted.
  public static HashAlgorithm hash(String what, Der identifier) throws RefusedException {
    List<Der> parts = identifier.require(Der.SEQUENCE, what).inner(what);
    if (parts.isEmpty() || parts.size() > 2 || (parts.size() == 2 && !isNull(parts.get(1)))) {
      throw new RefusedException(FailureClass.PARSE, what + " names its hash wrongly");
    }
    String id = parts.getFirst().objectId(what);
    return switch (id) {
      case "2.16.840.1.101.3.4.2.1" -> HashAlgorithm.SHA2_256;
      case "2.16.840.1.101.3.4.2.2" -> HashAlgorithm.SHA2_384;
      case "2.16.840.1.101.3.4.2.3" -> HashAlgorithm.SHA2_512;
      default -> throw forbidden(what, id);
    };
  }

  /// Checks a signature. A wrong or malformed one, and one of another kind than the key, is
  /// `false`.
  public boolean verify(VerificationKey key, Bytes message, Bytes signature) {
    PublicKey bare = key.key();
    boolean fits =
        switch (scheme) {
          case ECDSA -> bare instanceof ECPublicKey point && Curve.wellFormed(signature, point);
          case RSA_PKCS1, RSA_PSS ->
              bare instanceof RSAPublicKey rsa
                  && signature.size() == (rsa.getModulus().bitLength() + 7) / 8;
          case ED25519 -> bare instanceof EdECPublicKey && signature.size() == 64;
          case ED25519_PH -> false;
        };
    if (!fits) {
      return false;
    }
    try {
      Signature check = algorithm();
      check.initVerify(bare);
      check.update(message.toArray());
      return check.verify(signature.toArray());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private Signature algorithm() throws GeneralSecurityException {
    String name = hash.jdkName().replace("-", "");
    return switch (scheme) {
      case ECDSA -> Signature.getInstance(name + "withECDSA");
      case RSA_PKCS1 -> Signature.getInstance(name + "withRSA");
      case RSA_PSS -> {
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(
            new PSSParameterSpec(
                hash.jdkName(), "MGF1", new MGF1ParameterSpec(hash.jdkName()), hash.size(), 1));
        yield pss;
      }
      case ED25519, ED25519_PH -> Signature.getInstance("Ed25519");
    };
  }

  /// The hash of RSASSA-PSS, where mask and salt must have its measure: the parameters are compared
  /// with the only spelling of that (RFC 4055, 3.1), with and without the empty parameters of the
  /// hash.
  private static HashAlgorithm pssHash(String what, Der identifier) throws RefusedException {
    for (HashAlgorithm each : HashAlgorithm.values()) {
      for (String empty : List.of("", "0500")) {
        if (identifier.content().equals(PSS_WITH.plus(pssParameters(each, empty)))) {
          return each;
        }
      }
    }
    throw new RefusedException(
        FailureClass.SIGNATURE, what + " uses RSASSA-PSS with parameters that are not permitted");
  }

  private static Bytes pssParameters(HashAlgorithm hash, String empty) {
    Bytes id = Bytes.hex("0609608648016503040201");
    Bytes number = Bytes.of(new byte[] {(byte) hash.number()});
    Bytes inner = Der.encode(Der.SEQUENCE, id.slice(0, 10).plus(number).plus(Bytes.hex(empty)));
    Bytes mask = Der.encode(Der.SEQUENCE, Bytes.hex("06092a864886f70d010108").plus(inner));
    Bytes salt = Der.encode(Der.INTEGER, Bytes.of(new byte[] {(byte) hash.size()}));
    return Der.encode(
        Der.SEQUENCE,
        Der.encode(0xa0, inner).plus(Der.encode(0xa1, mask)).plus(Der.encode(0xa2, salt)));
  }

  private static boolean isNull(Der parameters) {
    return parameters.tag() == Der.NULL && parameters.content().isEmpty();
  }

  private static RefusedException forbidden(String what, String id) {
    String name =
        switch (id) {
          case "1.2.840.10045.4.1", "1.2.840.113549.1.1.5", "1.3.14.3.2.26" -> "SHA-1";
          case "1.2.840.113549.1.1.4" -> "MD5";
          default -> "the algorithm " + id;
        };
    return new RefusedException(
        FailureClass.SIGNATURE, what + " uses " + name + ", which is not permitted");
  }
}
