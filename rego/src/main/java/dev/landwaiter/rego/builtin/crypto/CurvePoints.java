package dev.landwaiter.rego.builtin.crypto;

import java.math.BigInteger;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/// Public keys that belong to private ones, through BouncyCastle: the JDK does not tell them. The
/// only class that needs the library, so that all else works without it.
final class CurvePoints {
  private CurvePoints() {}

  static PublicKeyData.Ec publicKey(Curve curve, BigInteger secret) {
    var point = CustomNamedCurves.getByName(curve.label()).getG().multiply(secret).normalize();
    return new PublicKeyData.Ec(
        curve, point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
  }

  static PublicKeyData.Ed25519 publicKey(byte[] seed) {
    return new PublicKeyData.Ed25519(
        new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded());
  }
}
