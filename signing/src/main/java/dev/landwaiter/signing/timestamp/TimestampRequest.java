package dev.landwaiter.signing.timestamp;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.encoding.Der;
import java.math.BigInteger;
import java.security.SecureRandom;

/// Asks a timestamp authority when a signature existed (RFC 3161, 2.4.1): with SHA-256, a nonce,
/// and the wish for the authority's certificates.
///
/// @param imprint the SHA-256 of the signature
public record TimestampRequest(Bytes imprint, BigInteger nonce) {
  static final Bytes SHA_256 = Bytes.hex("300d06096086480165030402010500");

  private static final Bytes VERSION = Bytes.hex("020101");
  private static final Bytes WITH_CERTIFICATES = Bytes.hex("0101ff");

  /// A request for the raw bytes of a signature, with a nonce of 64 bits.
  public static TimestampRequest of(Bytes signature, SecureRandom random) {
    return new TimestampRequest(signature.sha256(), new BigInteger(64, random));
  }

  /// What is sent as `application/timestamp-query`.
  public Bytes der() {
    Bytes message = SHA_256.plus(Der.encode(Der.OCTET_STRING, imprint));
    return Der.encode(
        Der.SEQUENCE,
        VERSION
            .plus(Der.encode(Der.SEQUENCE, message))
            .plus(Der.encode(Der.INTEGER, Bytes.of(nonce.toByteArray())))
            .plus(WITH_CERTIFICATES));
  }
}
