package dev.landwaiter.signing.key;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import java.math.BigInteger;
import java.util.List;

/// An RSA public key (RFC 8017, A.1.1) of at least 2048 and at most 8192 bits.
record RsaNumbers(BigInteger modulus, BigInteger exponent) {
  private static final int LEAST = 2048;
  private static final int MOST = 8192;

  /// @throws RefusedException with PARSE when it is broken, with SIGNATURE when it is too small,
  ///   with LIMIT when it is too large
  static RsaNumbers read(String what, Bytes der) throws RefusedException {
    List<Der> parts = Der.only(what, der).require(Der.SEQUENCE, what).inner(what);
    if (parts.size() != 2) {
      throw new RefusedException(
          FailureClass.PARSE, what + " is broken: " + parts.size() + " numbers instead of 2");
    }
    BigInteger modulus = parts.get(0).positive(what);
    BigInteger exponent = parts.get(1).positive(what);
    int bits = modulus.bitLength();
    if (bits < LEAST) {
      throw new RefusedException(
          FailureClass.SIGNATURE,
          what + " cannot be used: RSA of " + bits + " bits",
          "2048 bits or more",
          bits + " bits");
    }
    if (bits > MOST) {
      throw new RefusedException(
          FailureClass.LIMIT, what + " cannot be used: RSA of more than 8192 bits");
    }
    if (!modulus.testBit(0)
        || !exponent.testBit(0)
        || exponent.bitLength() < 2
        || exponent.bitLength() > 31) {
      throw new RefusedException(
          FailureClass.PARSE, what + " is broken: numbers that no RSA key has");
    }
    return new RsaNumbers(modulus, exponent);
  }

  /// The default scheme and hash for its size.
  PublicKeyDetails details() {
    return switch (modulus.bitLength()) {
      case 2048 -> PublicKeyDetails.PKIX_RSA_PKCS1V15_2048_SHA256;
      case 3072 -> PublicKeyDetails.PKIX_RSA_PKCS1V15_3072_SHA256;
      case 4096 -> PublicKeyDetails.PKIX_RSA_PKCS1V15_4096_SHA256;
      default -> PublicKeyDetails.PKIX_RSA_PKCS1V5;
    };
  }
}
