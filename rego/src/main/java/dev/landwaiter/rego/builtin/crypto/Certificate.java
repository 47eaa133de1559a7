package dev.landwaiter.rego.builtin.crypto;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.rego.builtin.BuiltinException;
import java.time.Instant;

/// A certificate (RFC 5280).
///
/// @param raw the whole in DER
/// @param rawTbs what is signed
/// @param value all of it as Go's JSON shows it
@SuppressWarnings("ArrayRecordComponent") // bytes as they were read; not compared
public record Certificate(
    byte[] raw,
    byte[] rawTbs,
    byte[] rawIssuer,
    byte[] rawSubject,
    int version,
    PublicKeyData publicKey,
    AlgorithmId signatureAlgorithm,
    byte[] signature,
    Instant notBefore,
    Instant notAfter,
    Extensions extensions,
    ObjectValue value) {

  /// Reads one certificate, behind which nothing may follow.
  ///
  /// @throws BuiltinException with the texts of Go's x509
  public static Certificate parse(byte[] der) throws BuiltinException {
    var certificate = CertificateReader.read(new Der(der));
    if (certificate.raw.length != der.length) {
      throw BuiltinException.failure("x509: trailing data");
    }
    return certificate;
  }
}
