package dev.landwaiter.signing.notation;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.PublicKeyDetails.Scheme;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.key.NamedAlgorithm;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/// The algorithms of envelopes (signature specification, algorithm selection; RFC 7518, 3.4 and
/// 3.5; RFC 9053, 2.1; RFC 8230, 2). The key alone decides which one it is.
public enum SignatureAlgorithm {
  PS256(-37, Scheme.RSA_PSS, HashAlgorithm.SHA2_256, 2048),
  PS384(-38, Scheme.RSA_PSS, HashAlgorithm.SHA2_384, 3072),
  PS512(-39, Scheme.RSA_PSS, HashAlgorithm.SHA2_512, 4096),
  ES256(-7, Scheme.ECDSA, HashAlgorithm.SHA2_256, 256),
  ES384(-35, Scheme.ECDSA, HashAlgorithm.SHA2_384, 384),
  ES512(-36, Scheme.ECDSA, HashAlgorithm.SHA2_512, 521);

  private final int coseNumber;
  private final Scheme scheme;
  private final HashAlgorithm hash;
  private final int bits;

  SignatureAlgorithm(int coseNumber, Scheme scheme, HashAlgorithm hash, int bits) {
    this.coseNumber = coseNumber;
    this.scheme = scheme;
    this.hash = hash;
    this.bits = bits;
  }

  /// The number in COSE.
  public int coseNumber() {
    return coseNumber;
  }

  public HashAlgorithm hash() {
    return hash;
  }

  /// By its name in JWS.
  public static Optional<SignatureAlgorithm> named(String name) {
    for (SignatureAlgorithm each : values()) {
      if (each.name().equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// By its number in COSE.
  public static Optional<SignatureAlgorithm> numbered(long number) {
    for (SignatureAlgorithm each : values()) {
      if (each.coseNumber == number) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /// The one for a key.
  ///
  /// @throws RefusedException with SIGNATURE for a key of another kind or size
  public static SignatureAlgorithm of(VerificationKey key) throws RefusedException {
    for (SignatureAlgorithm each : values()) {
      if (each.fits(key)) {
        return each;
      }
    }
    throw new RefusedException(
        FailureClass.SIGNATURE,
        "a key of the kind " + key.details() + " cannot sign envelopes",
        "RSA of 2048, 3072 or 4096 bits, or ECDSA on P-256, P-384 or P-521",
        key.details().name());
  }

  private boolean fits(VerificationKey key) {
    return switch (key.key()) {
      case RSAPublicKey rsa -> scheme == Scheme.RSA_PSS && rsa.getModulus().bitLength() == bits;
      case ECPublicKey point ->
          scheme == Scheme.ECDSA && point.getParams().getOrder().bitLength() == bits;
      default -> false;
    };
  }

  /// Checks a signature; those of ECDSA are the two bare numbers (RFC 7518, 3.4).
  public boolean verify(VerificationKey key, Bytes message, Bytes signature) {
    if (!fits(key)) {
      return false;
    }
    if (scheme == Scheme.RSA_PSS) {
      return new NamedAlgorithm(scheme, hash).verify(key, message, signature);
    }
    int half = (bits + 7) / 8;
    if (signature.size() != 2 * half) {
      return false;
    }
    Bytes numbers = number(signature.slice(0, half)).plus(number(signature.slice(half, 2 * half)));
    return new NamedAlgorithm(scheme, hash).verify(key, message, Der.encode(Der.SEQUENCE, numbers));
  }

  private static Bytes number(Bytes half) {
    return Der.encode(Der.INTEGER, Bytes.of(new BigInteger(1, half.toArray()).toByteArray()));
  }
}
