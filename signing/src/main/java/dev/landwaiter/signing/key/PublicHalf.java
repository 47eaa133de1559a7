package dev.landwaiter.signing.key;

import dev.landwaiter.signing.Bytes;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// Computes the public half of a private key, whatever its file says it is.
final class PublicHalf {
  private static final String ED25519_SPKI = "302a300506032b6570032100";

  private PublicHalf() {}

  /// The DER `SubjectPublicKeyInfo`.
  ///
  /// @throws InvalidKeyException with a clause for users
  static Bytes of(PrivateKey key) throws GeneralSecurityException {
    return switch (key) {
      case ECPrivateKey elliptic -> elliptic(elliptic);
      case RSAPrivateCrtKey rsa -> {
        var numbers = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
        yield Bytes.of(KeyFactory.getInstance("RSA").generatePublic(numbers).getEncoded());
      }
      case EdECPrivateKey edwards -> {
        byte[] seed =
            edwards
                .getBytes()
                .orElseThrow(() -> new InvalidKeyException("an Ed25519 key without its seed"));
        byte[] point = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, point, 0);
        Arrays.fill(seed, (byte) 0);
        yield Bytes.hex(ED25519_SPKI + HexFormat.of().formatHex(point));
      }
      default -> throw new InvalidKeyException("a kind of key that is not permitted");
    };
  }

  private static Bytes elliptic(ECPrivateKey key) throws GeneralSecurityException {
    Curve curve =
        Curve.of(key).orElseThrow(() -> new InvalidKeyException("a curve that is not permitted"));
    BigInteger number = key.getS();
    if (number.signum() <= 0 || number.compareTo(key.getParams().getOrder()) >= 0) {
      throw new InvalidKeyException("its number is out of range");
    }
    X9ECParameters group = CustomNamedCurves.getByName(curve.jdkName());
    ECPoint point = new FixedPointCombMultiplier().multiply(group.getG(), number).normalize();
    var half =
        new java.security.spec.ECPoint(
            point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
    return Bytes.of(
        KeyFactory.getInstance("EC")
            .generatePublic(new ECPublicKeySpec(half, key.getParams()))
            .getEncoded());
  }
}
