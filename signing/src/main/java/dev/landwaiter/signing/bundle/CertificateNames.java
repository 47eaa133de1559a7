package dev.landwaiter.signing.bundle;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.encoding.Der;
import java.util.List;

/// The two names in a certificate, compared as bytes (RFC 5280, 4.1).
final class CertificateNames {
  private CertificateNames() {}

  /// Whether issuer and subject are the same.
  ///
  /// @throws RefusedException with PARSE when it is no certificate
  static boolean selfIssued(Bytes certificate) throws RefusedException {
    String what = "a certificate of the chain";
    Der whole = Der.only(what, certificate).require(Der.SEQUENCE, what);
    List<Der> parts = whole.inner(what);
    List<Der> fields = parts.isEmpty() ? List.of() : parts.getFirst().inner(what);
    // The version stands first, in its own tag, unless it is 1.
    int first = !fields.isEmpty() && fields.getFirst().tag() == 0xa0 ? 1 : 0;
    if (fields.size() < first + 6) {
      throw new RefusedException(FailureClass.PARSE, what + " is no X.509 certificate");
    }
    return fields.get(first + 2).whole().equals(fields.get(first + 4).whole());
  }
}
