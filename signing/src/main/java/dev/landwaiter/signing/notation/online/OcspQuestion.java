package dev.landwaiter.signing.notation.online;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.certificate.ParsedCertificate;
import dev.landwaiter.signing.encoding.Der;
import java.util.List;

/// A question about one certificate (RFC 6960, 4.1).
///
/// @param id names the certificate by hashes of its issuer, DER
record OcspQuestion(Bytes id) {
  /// SHA-256 as an AlgorithmIdentifier.
  private static final Bytes SHA256 = Bytes.hex("300d06096086480165030402010500");

  static OcspQuestion about(ParsedCertificate certificate, ParsedCertificate issuer)
      throws RefusedException {
    String where = "the issuer's key";
    List<Der> spki = Der.only(where, issuer.spki()).require(Der.SEQUENCE, where).inner(where);
    Bytes key = spki.getLast().octets(where);
    Bytes serial = Bytes.of(certificate.serial().toByteArray());
    return new OcspQuestion(
        sequence(
            SHA256
                .plus(Der.encode(Der.OCTET_STRING, issuer.subject().sha256()))
                .plus(Der.encode(Der.OCTET_STRING, key.sha256()))
                .plus(Der.encode(Der.INTEGER, serial))));
  }

  /// The whole request, DER.
  Bytes request() {
    return sequence(sequence(sequence(sequence(id))));
  }

  /// Whether an answer names the same certificate; the hash may be spelt without its parameters.
  boolean isAbout(Der other, String where) throws RefusedException {
    List<Der> mine = Der.only(where, id).inner(where);
    List<Der> theirs = other.require(Der.SEQUENCE, where).inner(where);
    if (theirs.size() != mine.size()) {
      return false;
    }
    Bytes hash = mine.getFirst().inner(where).getFirst().whole();
    List<Der> named = theirs.getFirst().require(Der.SEQUENCE, where).inner(where);
    boolean same = !named.isEmpty() && named.getFirst().whole().equals(hash);
    for (int i = 1; i < mine.size(); i++) {
      same &= mine.get(i).whole().equals(theirs.get(i).whole());
    }
    return same;
  }

  private static Bytes sequence(Bytes content) {
    return Der.encode(Der.SEQUENCE, content);
  }
}
