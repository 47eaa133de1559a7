package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;

/// A public key by its numbers.
public sealed interface PublicKeyData {
  /// Bits of an RSA modulus up to which signatures are checked.
  int RSA_LIMIT = 16_384;

  /// Number of the algorithm as Go's x509 counts.
  int algorithm();

  /// The key as Go's JSON shows it.
  Value value();

  /// The key for the JDK; empty when it has no use for it.
  ///
  /// @throws GeneralSecurityException when the numbers are no key the JDK takes
  Optional<PublicKey> forJdk() throws GeneralSecurityException;

  /// RSA (RFC 8017).
  record Rsa(BigInteger modulus, BigInteger exponent) implements PublicKeyData {
    @Override
    public int algorithm() {
      return 1;
    }

    @Override
    public Value value() {
      return new Structure().set("N", modulus).set("E", exponent).value();
    }

    @Override
    public Optional<PublicKey> forJdk() throws GeneralSecurityException {
      if (modulus.bitLength() > RSA_LIMIT) {
        throw new GeneralSecurityException("an RSA key of more than " + RSA_LIMIT + " bits");
      }
      return Optional.of(
          KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)));
    }
  }

  /// DSA (FIPS 186-4), which is only shown.
  record Dsa(BigInteger p, BigInteger q, BigInteger g, BigInteger y) implements PublicKeyData {
    @Override
    public int algorithm() {
      return 2;
    }

    @Override
    public Value value() {
      return new Structure().set("P", p).set("Q", q).set("G", g).set("Y", y).value();
    }

    @Override
    public Optional<PublicKey> forJdk() {
      return Optional.empty();
    }
  }

  /// A point of an elliptic curve.
  record Ec(Curve curve, BigInteger x, BigInteger y) implements PublicKeyData {
    @Override
    public int algorithm() {
      return 3;
    }

    @Override
    public Value value() {
      return new Structure().set("Curve", ObjectValue.EMPTY).set("X", x).set("Y", y).value();
    }

    @Override
    public Optional<PublicKey> forJdk() throws GeneralSecurityException {
      var specification = new ECPublicKeySpec(new ECPoint(x, y), curve.parameters());
      return Optional.of(KeyFactory.getInstance("EC").generatePublic(specification));
    }
  }

  /// Ed25519 (RFC 8032).
  @SuppressWarnings("ArrayRecordComponent")
  record Ed25519(byte[] bytes) implements PublicKeyData {
    @Override
    public int algorithm() {
      return 4;
    }

    @Override
    public Value value() {
      return Value.of(Structure.base64(bytes));
    }

    @Override
    public Optional<PublicKey> forJdk() throws GeneralSecurityException {
      byte[] reversed = new byte[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        reversed[i] = bytes[bytes.length - 1 - i];
      }
      boolean odd = (reversed[0] & 0x80) != 0;
      reversed[0] &= 0x7f;
      var point = new EdECPoint(odd, new BigInteger(1, reversed));
      var specification = new EdECPublicKeySpec(NamedParameterSpec.ED25519, point);
      return Optional.of(KeyFactory.getInstance("Ed25519").generatePublic(specification));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Ed25519 that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  /// X25519, of which nothing is shown.
  record X25519() implements PublicKeyData {
    @Override
    public int algorithm() {
      return 0;
    }

    @Override
    public Value value() {
      return ObjectValue.EMPTY;
    }

    @Override
    public Optional<PublicKey> forJdk() {
      return Optional.empty();
    }
  }

  /// A key of an algorithm that is not known.
  record Unknown() implements PublicKeyData {
    @Override
    public int algorithm() {
      return 0;
    }

    @Override
    public Value value() {
      return NullValue.NULL;
    }

    @Override
    public Optional<PublicKey> forJdk() {
      return Optional.empty();
    }
  }
}
