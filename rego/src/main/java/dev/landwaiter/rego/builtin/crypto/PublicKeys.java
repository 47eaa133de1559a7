package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.rego.builtin.BuiltinException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/// Reads public keys (RFC 5280, 4.1.2.7; RFC 3279; RFC 8410).
public final class PublicKeys {
  static final String RSA = "1.2.840.113549.1.1.1";
  static final String DSA = "1.2.840.10040.4.1";
  static final String EC = "1.2.840.10045.2.1";
  static final String X25519 = "1.3.101.110";
  static final String ED25519 = "1.3.101.112";

  private PublicKeys() {}

  /// Reads a SubjectPublicKeyInfo by itself, as it stands in PEM.
  ///
  /// @throws BuiltinException with the texts of Go's `ParsePKIXPublicKey`
  public static PublicKeyData parse(byte[] der) throws BuiltinException {
    var whole = new Asn1(der);
    var info = whole.field(Asn1.SEQUENCE, "publicKeyInfo");
    var algorithm = info.algorithm();
    var key = info.bits();
    if (!whole.isEmpty()) {
      throw BuiltinException.failure("x509: trailing data after ASN.1 of public-key");
    }
    var data = of(algorithm, key);
    if (data instanceof PublicKeyData.Unknown) {
      throw BuiltinException.failure("x509: unknown public key algorithm");
    }
    return data;
  }

  /// A key by its algorithm.
  static PublicKeyData of(AlgorithmId algorithm, BitString bits) throws BuiltinException {
    byte[] key = bits.rightAligned();
    return switch (algorithm.oid().text()) {
      case RSA -> rsa(algorithm, key);
      case DSA -> dsa(algorithm, key);
      case EC -> ec(algorithm, key);
      case ED25519 -> ed25519(algorithm, key);
      case X25519 -> x25519(algorithm, key);
      default -> new PublicKeyData.Unknown();
    };
  }

  private static PublicKeyData rsa(AlgorithmId algorithm, byte[] key) throws BuiltinException {
    if (!Arrays.equals(algorithm.parameters(), new byte[] {Der.NULL, 0})) {
      throw BuiltinException.failure("x509: RSA key missing NULL parameters");
    }
    var numbers = new Der(key).content(Der.SEQUENCE, "x509: invalid RSA public key");
    var modulus = numbers.integer("x509: invalid RSA modulus");
    var exponent = numbers.integer("x509: invalid RSA public exponent");
    if (exponent.bitLength() > 63) {
      throw BuiltinException.failure("x509: invalid RSA public exponent");
    }
    if (modulus.signum() <= 0) {
      throw BuiltinException.failure("x509: RSA modulus is not a positive number");
    }
    if (exponent.signum() <= 0) {
      throw BuiltinException.failure("x509: RSA public exponent is not a positive number");
    }
    return new PublicKeyData.Rsa(modulus, exponent);
  }

  private static PublicKeyData dsa(AlgorithmId algorithm, byte[] key) throws BuiltinException {
    var y = new Der(key).integer("x509: invalid DSA public key");
    String wrong = "x509: invalid DSA parameters";
    var parameters = new Der(algorithm.parameters()).content(Der.SEQUENCE, wrong);
    var p = parameters.integer(wrong);
    var q = parameters.integer(wrong);
    var g = parameters.integer(wrong);
    if (y.signum() <= 0 || p.signum() <= 0 || q.signum() <= 0 || g.signum() <= 0) {
      throw BuiltinException.failure("x509: zero or negative DSA parameter");
    }
    return new PublicKeyData.Dsa(p, q, g, y);
  }

  private static PublicKeyData ec(AlgorithmId algorithm, byte[] key) throws BuiltinException {
    var name = new Der(algorithm.parameters()).oid("x509: invalid ECDSA parameters");
    var curve =
        Curve.byOid(name)
            .orElseThrow(() -> BuiltinException.failure("x509: unsupported elliptic curve"));
    int size = curve.size();
    String wrong = "x509: failed to unmarshal elliptic curve point";
    if (key.length != 2 * size + 1 || key[0] != 4) {
      throw BuiltinException.failure(wrong);
    }
    var x = new BigInteger(1, Arrays.copyOfRange(key, 1, 1 + size));
    var y = new BigInteger(1, Arrays.copyOfRange(key, 1 + size, key.length));
    try {
      if (!curve.has(x, y)) {
        throw BuiltinException.failure(wrong);
      }
    } catch (GeneralSecurityException _) {
      throw BuiltinException.failure("x509: unsupported elliptic curve");
    }
    return new PublicKeyData.Ec(curve, x, y);
  }

  private static PublicKeyData ed25519(AlgorithmId algorithm, byte[] key) throws BuiltinException {
    if (algorithm.parameters().length > 0) {
      throw BuiltinException.failure("x509: Ed25519 key encoded with illegal parameters");
    }
    if (key.length != 32) {
      throw BuiltinException.failure("x509: wrong Ed25519 public key size");
    }
    return new PublicKeyData.Ed25519(key);
  }

  private static PublicKeyData x25519(AlgorithmId algorithm, byte[] key) throws BuiltinException {
    if (algorithm.parameters().length > 0) {
      throw BuiltinException.failure("x509: X25519 key encoded with illegal parameters");
    }
    if (key.length != 32) {
      throw BuiltinException.failure("crypto/ecdh: invalid public key");
    }
    return new PublicKeyData.X25519();
  }
}
