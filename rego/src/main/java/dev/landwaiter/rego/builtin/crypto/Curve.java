package dev.landwaiter.rego.builtin.crypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/// An elliptic curve of NIST (FIPS 186).
public enum Curve {
  P224("P-224", "secp224r1", "1.3.132.0.33", 28),
  P256("P-256", "secp256r1", "1.2.840.10045.3.1.7", 32),
  P384("P-384", "secp384r1", "1.3.132.0.34", 48),
  P521("P-521", "secp521r1", "1.3.132.0.35", 66);

  private final String label;
  private final String standardName;
  private final String oid;
  private final int size;

  Curve(String label, String standardName, String oid, int size) {
    this.label = label;
    this.standardName = standardName;
    this.oid = oid;
    this.size = size;
  }

  /// The name in keys written as JSON, such as `P-256`.
  public String label() {
    return label;
  }

  /// Bytes of a coordinate.
  public int size() {
    return size;
  }

  static Optional<Curve> byOid(ObjectId oid) {
    return Arrays.stream(values()).filter(curve -> oid.is(curve.oid)).findFirst();
  }

  public static Optional<Curve> byLabel(String label) {
    return Arrays.stream(values()).filter(curve -> curve.label.equals(label)).findFirst();
  }

  /// The JDK's form of the curve.
  public ECParameterSpec parameters() throws GeneralSecurityException {
    var parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(standardName));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  /// Whether a point lies on the curve.
  public boolean has(BigInteger x, BigInteger y) throws GeneralSecurityException {
    var curve = parameters().getCurve();
    BigInteger p = ((ECFieldFp) curve.getField()).getP();
    return x.signum() >= 0
        && y.signum() >= 0
        && x.compareTo(p) < 0
        && y.compareTo(p) < 0
        && y.multiply(y)
                .subtract(x.multiply(x).add(curve.getA()).multiply(x).add(curve.getB()))
                .mod(p)
                .signum()
            == 0;
  }

  /// A number in as many bytes as a coordinate has.
  public byte[] bytes(BigInteger number) {
    return bytes(number, size);
  }

  /// A number that is not negative in exactly so many bytes; what does not fit is cut off in front.
  static byte[] bytes(BigInteger number, int size) {
    byte[] plain = number.toByteArray();
    byte[] bytes = new byte[size];
    int copied = Math.min(size, plain.length);
    System.arraycopy(plain, plain.length - copied, bytes, size - copied, copied);
    return bytes;
  }
}
