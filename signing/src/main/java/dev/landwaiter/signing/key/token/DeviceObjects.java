package dev.landwaiter.signing.key.token;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.key.PublicKeys;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;

/// Public keys as tokens keep them.
final class DeviceObjects {
  private static final String WHERE = "the token's public key";
  private static final Bytes EC_ID = Bytes.hex("06072a8648ce3d0201");
  private static final Bytes ED25519 = Bytes.hex("300506032b6570");

  private DeviceObjects() {}

  /// The key of a public key object.
  static VerificationKey publicKey(TokenSession session, long object) throws RefusedException {
    Bytes kind = required(session, object, TokenSession.KEY_TYPE);
    if (kind.equals(TokenSession.number(0))) {
      Bytes numbers =
          integer(required(session, object, TokenSession.MODULUS))
              .plus(integer(required(session, object, TokenSession.PUBLIC_EXPONENT)));
      VerificationKey plain =
          PublicKeys.spki(
              WHERE, Der.encode(Der.SEQUENCE, numbers), PublicKeyDetails.PKCS1_RSA_PKCS1V5);
      return PublicKeys.spki(WHERE, plain.spki());
    }
    Bytes point = point(required(session, object, TokenSession.EC_POINT));
    if (kind.equals(TokenSession.number(3))) {
      Bytes curve = required(session, object, TokenSession.EC_PARAMS);
      return spki(Der.encode(Der.SEQUENCE, EC_ID.plus(curve)), point);
    }
    if (kind.equals(TokenSession.number(0x40))) {
      return spki(ED25519, point);
    }
    throw new RefusedException(
        FailureClass.SIGNATURE, WHERE + " is of a kind that is not permitted");
  }

  /// The key of a certificate object.
  static VerificationKey certificateKey(TokenSession session, long object) throws RefusedException {
    Bytes der = required(session, object, TokenSession.VALUE);
    try {
      var certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der.toArray()));
      return PublicKeys.spki(WHERE, Bytes.of(certificate.getPublicKey().getEncoded()));
    } catch (CertificateException e) {
      throw new RefusedException(FailureClass.PARSE, "the token's certificate is broken");
    }
  }

  private static VerificationKey spki(Bytes algorithm, Bytes point) throws RefusedException {
    Bytes bits = Der.encode(Der.BIT_STRING, Bytes.hex("00").plus(point));
    return PublicKeys.spki(WHERE, Der.encode(Der.SEQUENCE, algorithm.plus(bits)));
  }

  /// Modules give the point inside an OCTET STRING, old ones bare.
  private static Bytes point(Bytes given) {
    try {
      return Der.only("point", given).require(Der.OCTET_STRING, "point").content();
    } catch (RefusedException e) {
      return given;
    }
  }

  private static Bytes integer(Bytes unsigned) {
    return Der.encode(Der.INTEGER, Bytes.of(new BigInteger(1, unsigned.toArray()).toByteArray()));
  }

  private static Bytes required(TokenSession session, long object, long type)
      throws RefusedException {
    return session
        .value(object, type)
        .orElseThrow(() ->
            new RefusedException(
                FailureClass.TRUST_ROOT, WHERE + " does not tell all of its parts"));
  }
}
