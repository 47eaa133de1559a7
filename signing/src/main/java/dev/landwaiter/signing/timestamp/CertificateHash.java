package dev.landwaiter.signing.timestamp;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.certificate.ParsedCertificate;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.key.NamedAlgorithm;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which certificate the signer of a timestamp means: ESSCertID (RFC 2634, 5.4.1) or ESSCertIDv2
/// (RFC 5035, 4). The first kind has SHA-1, which proves nothing here; it is compared all the same.
///
/// @param hash empty for SHA-1
/// @param issuer the distinguished name, DER
record CertificateHash(
    Optional<HashAlgorithm> hash,
    Bytes value,
    Optional<Bytes> issuer,
    Optional<BigInteger> serial) {
  private static final String WHAT = "the signer's certificate in the timestamp token";
  private static final int DIRECTORY_NAME = 0xa4;

  /// Reads a SigningCertificate or SigningCertificateV2; its first certificate is the signer's.
  static CertificateHash read(Der attribute, boolean second) throws RefusedException {
    List<Der> parts = attribute.require(Der.SEQUENCE, WHAT).inner(WHAT);
    if (parts.isEmpty() || parts.size() > 2) {
      throw broken();
    }
    List<Der> all = parts.getFirst().require(Der.SEQUENCE, WHAT).inner(WHAT);
    if (all.isEmpty()) {
      throw broken();
    }
    List<Der> fields = new ArrayList<>(all.getFirst().require(Der.SEQUENCE, WHAT).inner(WHAT));
    Optional<HashAlgorithm> hash = second ? Optional.of(HashAlgorithm.SHA2_256) : Optional.empty();
    if (second && !fields.isEmpty() && fields.getFirst().tag() == Der.SEQUENCE) {
      hash = Optional.of(NamedAlgorithm.hash(WHAT, fields.removeFirst()));
    }
    if (fields.isEmpty() || fields.size() > 2) {
      throw broken();
    }
    Bytes value = fields.getFirst().require(Der.OCTET_STRING, WHAT).content();
    if (fields.size() == 1) {
      return new CertificateHash(hash, value, Optional.empty(), Optional.empty());
    }
    List<Der> names = fields.getLast().require(Der.SEQUENCE, WHAT).inner(WHAT);
    if (names.size() != 2) {
      throw broken();
    }
    Der name = Der.only(WHAT, names.getFirst().require(Der.SEQUENCE, WHAT).content());
    return new CertificateHash(
        hash,
        value,
        Optional.of(name.require(DIRECTORY_NAME, WHAT).content()),
        Optional.of(names.getLast().integer(WHAT)));
  }

  /// Whether this is about a certificate.
  boolean isOf(ParsedCertificate certificate) {
    Bytes found =
        hash.isPresent()
            ? certificate.der().hash(hash.get())
            : Bytes.of(Digest.newHash("SHA-1").digest(certificate.der().toArray()));
    return found.equals(value)
        && (issuer.isEmpty() || issuer.get().equals(certificate.issuer()))
        && (serial.isEmpty() || serial.get().equals(certificate.serial()));
  }

  private static RefusedException broken() {
    return new RefusedException(FailureClass.PARSE, WHAT + " is named wrongly");
  }
}
