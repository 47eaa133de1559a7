package dev.landwaiter.signing.key;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import java.math.BigInteger;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.util.List;
import java.util.Optional;

/// The elliptic curves that may sign (SP 800-186, 3.2.1).
enum Curve {
  P256(
      "P-256",
      "secp256r1",
      "1.2.840.10045.3.1.7",
      32,
      "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"),
  P384(
      "P-384",
      "secp384r1",
      "1.3.132.0.34",
      48,
      "ffffffffffffffffffffffffffffffffffffffffffffffff"
          + "c7634d81f4372ddf581a0db248b0a77aecec196accc52973"),
  P521(
      "P-521",
      "secp521r1",
      "1.3.132.0.35",
      66,
      "1ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
          + "fa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409");

  private final String title;
  private final String jdkName;
  private final String objectId;
  private final int size;
  private final BigInteger order;

  Curve(String title, String jdkName, String objectId, int size, String order) {
    this.title = title;
    this.jdkName = jdkName;
    this.objectId = objectId;
    this.size = size;
    this.order = new BigInteger(order, 16);
  }

  /// Such as `P-256`.
  String title() {
    return title;
  }

  String jdkName() {
    return jdkName;
  }

  /// Bytes of one coordinate, and of r and s in fixed width.
  int size() {
    return size;
  }

  /// The default scheme and hash.
  PublicKeyDetails details() {
    return switch (this) {
      case P256 -> PublicKeyDetails.PKIX_ECDSA_P256_SHA_256;
      case P384 -> PublicKeyDetails.PKIX_ECDSA_P384_SHA_384;
      case P521 -> PublicKeyDetails.PKIX_ECDSA_P521_SHA_512;
    };
  }

  static Optional<Curve> byObjectId(String id) {
    for (Curve each : values()) {
      if (each.objectId.equals(id)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// The curve of a key, by the order of its group, which no other curve has.
  static Optional<Curve> of(ECKey key) {
    BigInteger wanted = key.getParams().getOrder();
    for (Curve each : values()) {
      if (each.order.equals(wanted)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// Whether the point of this key lies on its curve (SP 800-56A, 5.6.2.3.3).
  boolean holds(ECPublicKey key) {
    if (!of(key).equals(Optional.of(this))
        || !(key.getParams().getCurve().getField() instanceof ECFieldFp field)) {
      return false;
    }
    BigInteger p = field.getP();
    BigInteger x = key.getW().getAffineX();
    BigInteger y = key.getW().getAffineY();
    if (x.signum() < 0 || y.signum() < 0 || x.compareTo(p) >= 0 || y.compareTo(p) >= 0) {
      return false;
    }
    BigInteger right =
        x.multiply(x)
            .add(key.getParams().getCurve().getA())
            .multiply(x)
            .add(key.getParams().getCurve().getB())
            .mod(p);
    return y.multiply(y).mod(p).equals(right);
  }

  /// Whether these bytes are a signature in DER (RFC 3279, 2.2.3) with r and s between 0 and the
  /// order, and nothing behind it.
  static boolean wellFormed(Bytes signature, ECKey key) {
    BigInteger order = key.getParams().getOrder();
    try {
      List<Der> numbers =
          Der.only("signature", signature).require(Der.SEQUENCE, "signature").inner("signature");
      return numbers.size() == 2
          && numbers.get(0).positive("r").compareTo(order) < 0
          && numbers.get(1).positive("s").compareTo(order) < 0;
    } catch (RefusedException e) {
      return false;
    }
  }
}
