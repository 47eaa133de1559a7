package dev.landwaiter.signing.key;

import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.encoding.Der;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.HexFormat;

/// The encodings of private keys, as `PrivateKeyInfo` (RFC 5958).
final class Pkcs8 {
  private static final String EC_ID = "06072a8648ce3d0201";
  private static final String RSA = "300d06092a864886f70d0101010500";
  private static final String VERSION = "020100";

  private Pkcs8() {}

  /// What kind of key an encoding holds.
  ///
  /// @return `EC`, `RSA` or `Ed25519`
  /// @throws InvalidKeyException with a clause for users
  static String kind(byte[] der) throws InvalidKeyException {
    SecretDer all = SecretDer.of(der);
    SecretDer parts = all.next(SecretDer.SEQUENCE);
    if (!all.atEnd()) {
      throw new InvalidKeyException("more follows after its end");
    }
    parts.next(SecretDer.INTEGER);
    SecretDer algorithm = parts.next(SecretDer.SEQUENCE);
    String id = HexFormat.of().formatHex(algorithm.next(SecretDer.OBJECT_ID).content());
    return switch (id) {
      case "2a8648ce3d0201" -> {
        requireCurve(algorithm);
        yield "EC";
      }
      case "2a864886f70d010101" -> "RSA";
      case "2b6570" -> "Ed25519";
      case "2a864886f70d01010a" ->
          throw new InvalidKeyException("a key that is only for RSA-PSS is not permitted");
      case "2b656e", "2b656f" ->
          throw new InvalidKeyException("a key for agreement (X25519, X448) cannot sign");
      case "2b6571" -> throw new InvalidKeyException("Ed448 is not permitted");
      default -> throw new InvalidKeyException("a kind of key that is not permitted");
    };
  }

  private static void requireCurve(SecretDer algorithm) throws InvalidKeyException {
    if (algorithm.tag() != SecretDer.OBJECT_ID) {
      throw new InvalidKeyException("a curve that is not named");
    }
    byte[] id = algorithm.next(SecretDer.OBJECT_ID).content();
    boolean known =
        switch (HexFormat.of().formatHex(id)) {
          case "2a8648ce3d030107", "2b81040022", "2b81040023" -> true;
          default -> false;
        };
    if (!known) {
      throw new InvalidKeyException("a curve other than P-256, P-384, P-521");
    }
  }

  /// Around a PKCS#1 `RSAPrivateKey` (RFC 8017, A.1.2).
  static byte[] ofPkcs1(byte[] der) {
    return SecretDer.encode(
        SecretDer.SEQUENCE,
        hex(VERSION),
        hex(RSA),
        SecretDer.encode(SecretDer.OCTET_STRING, der.clone()));
  }

  /// Around an `ECPrivateKey` that names its curve (RFC 5915, 3).
  static byte[] ofSec1(byte[] der) throws InvalidKeyException {
    SecretDer parts = SecretDer.of(der).next(SecretDer.SEQUENCE);
    parts.next(SecretDer.INTEGER);
    parts.next(SecretDer.OCTET_STRING);
    if (parts.tag() != SecretDer.PARAMETERS) {
      throw new InvalidKeyException("an elliptic key that does not name its curve");
    }
    return elliptic(parts.next(SecretDer.PARAMETERS).content(), der.clone());
  }

  /// The one encoding of a key that is written: of an elliptic key with its public half, as other
  /// programs write it.
  static byte[] of(PrivateKey key, VerificationKey half) throws InvalidKeyException {
    if (!(key instanceof ECPrivateKey elliptic)) {
      return key.getEncoded();
    }
    Curve curve =
        Curve.of(elliptic)
            .orElseThrow(() -> new InvalidKeyException("a curve that is not permitted"));
    byte[] number = fixed(elliptic.getS(), curve.size());
    byte[] point;
    byte[] name;
    try {
      var spki = Der.only("key", half.spki()).inner("key");
      point = spki.get(1).whole().toArray();
      name = spki.get(0).inner("key").get(1).whole().toArray();
    } catch (RefusedException e) {
      throw new InvalidKeyException("its public half is broken");
    }
    byte[] inner =
        SecretDer.encode(
            SecretDer.SEQUENCE,
            hex("020101"),
            SecretDer.encode(SecretDer.OCTET_STRING, number),
            SecretDer.encode(0xa1, point));
    return elliptic(name, inner);
  }

  private static byte[] elliptic(byte[] curve, byte[] inner) {
    return SecretDer.encode(
        SecretDer.SEQUENCE,
        hex(VERSION),
        SecretDer.encode(SecretDer.SEQUENCE, hex(EC_ID), curve),
        SecretDer.encode(SecretDer.OCTET_STRING, inner));
  }

  private static byte[] fixed(BigInteger number, int size) {
    byte[] bytes = number.toByteArray();
    byte[] all = new byte[size];
    int from = Math.max(0, bytes.length - size);
    System.arraycopy(bytes, from, all, size - (bytes.length - from), bytes.length - from);
    Arrays.fill(bytes, (byte) 0);
    return all;
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
