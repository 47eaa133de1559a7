package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.base.value.ArrayValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/// A private key by its numbers.
public sealed interface PrivateKeyData {
  /// The key as Go's JSON shows it.
  Value value();

  /// The key as a JSON Web Key (RFC 7517).
  Value webKey();

  /// What belongs to it.
  PublicKeyData publicKey();

  /// RSA.
  ///
  /// @param secret the private exponent
  record Rsa(PublicKeyData.Rsa publicKey, BigInteger secret, List<BigInteger> primes)
      implements PrivateKeyData {
    public Rsa {
      primes = List.copyOf(primes);
    }

    @Override
    public Value value() {
      var exponents =
          new Structure()
              .set("Dp", exponent(0))
              .set("Dq", exponent(1))
              .set("Qinv", primes.get(1).modInverse(primes.getFirst()))
              .set("CRTValues", ArrayValue.EMPTY)
              .value();
      return new Structure()
          .set("N", publicKey.modulus())
          .set("E", publicKey.exponent())
          .set("D", secret)
          .set("Primes", Structure.list(primes, Structure::number))
          .set("Precomputed", exponents)
          .value();
    }

    @Override
    public Value webKey() {
      return new Structure()
          .set("kty", "RSA")
          .set("n", url(publicKey.modulus()))
          .set("e", url(publicKey.exponent()))
          .set("d", url(secret))
          .set("p", url(primes.getFirst()))
          .set("q", url(primes.get(1)))
          .set("dp", url(exponent(0)))
          .set("dq", url(exponent(1)))
          .set("qi", url(primes.get(1).modInverse(primes.getFirst())))
          .value();
    }

    private BigInteger exponent(int prime) {
      return secret.mod(primes.get(prime).subtract(BigInteger.ONE));
    }

    private static String url(BigInteger number) {
      return Structure.base64Url(Curve.bytes(number, (number.bitLength() + 7) / 8));
    }
  }

  /// An elliptic curve.
  record Ec(PublicKeyData.Ec publicKey, BigInteger secret) implements PrivateKeyData {
    @Override
    public Value value() {
      return new Structure()
          .set("Curve", ObjectValue.EMPTY)
          .set("X", publicKey.x())
          .set("Y", publicKey.y())
          .set("D", secret)
          .value();
    }

    @Override
    public Value webKey() {
      var curve = publicKey.curve();
      return new Structure()
          .set("kty", "EC")
          .set("crv", curve.label())
          .set("x", Structure.base64Url(curve.bytes(publicKey.x())))
          .set("y", Structure.base64Url(curve.bytes(publicKey.y())))
          .set("d", Structure.base64Url(curve.bytes(secret)))
          .value();
    }
  }

  /// Ed25519.
  @SuppressWarnings("ArrayRecordComponent")
  record Ed25519(byte[] seed, PublicKeyData.Ed25519 publicKey) implements PrivateKeyData {
    @Override
    public Value value() {
      byte[] both = Arrays.copyOf(seed, 64);
      System.arraycopy(publicKey.bytes(), 0, both, 32, 32);
      return Value.of(Structure.base64(both));
    }

    @Override
    public Value webKey() {
      return new Structure()
          .set("kty", "OKP")
          .set("crv", "Ed25519")
          .set("x", Structure.base64Url(publicKey.bytes()))
          .set("d", Structure.base64Url(seed))
          .value();
    }
  }
}
