package dev.landwaiter.signing.key;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import java.math.BigInteger;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.util.List;
import java.util.Optional;

/// The elliptic curves that may sign (SP 800-186, 3.2.1).
enum Curve {
  P256("P-256", "secp256r1", "1.2.840.10045.3.1.7", 32),
  P384("P-384", "secp384r1", "1.3.132.0.34", 48),
  P521("P-521", "secp521r1", "1.3.132.0.35", 66);

  private final String title;
  private final String jdkName;
  private final String objectId;
  private final int size;

  Curve(String title, String jdkName, String objectId, int size) {
    this.title = title;
    this.jdkName = jdkName;
    this.objectId = objectId;
    this.size = size;
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

  /// The curve of a key, by the size and cofactor of its group and its field.
  static Optional<Curve> of(ECKey key) {
    ECParameterSpec numbers = key.getParams();
    int bits = numbers.getOrder().bitLength();
    for (Curve each : values()) {
      int wanted = each == P521 ? 521 : 8 * each.size;
      // The coefficient a = p - 3 tells the NIST curves from those of Koblitz and Brainpool.
      if (bits == wanted
          && numbers.getCurve().getField() instanceof ECFieldFp field
          && field.getP().bitLength() == wanted
          && numbers.getCurve().getA().equals(field.getP().subtract(BigInteger.valueOf(3)))) {
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
