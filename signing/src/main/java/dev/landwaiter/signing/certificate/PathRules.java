package dev.landwaiter.signing.certificate;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/// What must hold for the certificates of a path besides their signatures (RFC 5280, 6.1.3 to
/// 6.1.5).
final class PathRules {
  private PathRules() {}

  /// The certificate that signed: no authority itself, valid, and made for the purpose. Without an
  /// extended key usage it counts for signing code, but never for timestamps (RFC 3161, 2.3).
  static void leaf(String where, ParsedCertificate leaf, Purpose purpose, Instant at)
      throws RefusedException {
    if (!leaf.validity().contains(at)) {
      throw new RefusedException(
          FailureClass.TIME,
          where + ": the certificate is not valid at the time of signing",
          leaf.validity().toString(),
          at.toString());
    }
    CertificateRules rules = CertificateRules.of(where, leaf);
    known(where, leaf, rules);
    if (rules.isCa()) {
      throw refused(where, "a certificate of an authority signed");
    }
    if (!rules.allows(CertificateRules.DIGITAL_SIGNATURE)) {
      throw refused(where, "the key usage of the certificate does not allow signatures");
    }
    if (!rules.allows(purpose)) {
      throw refused(where, "the certificate is not for " + purpose.words());
    }
    if (purpose == Purpose.TIMESTAMPING
        && !(rules.purposesCritical()
            && rules.purposes().orElse(List.of()).equals(List.of(purpose.id())))) {
      throw refused(where, "the certificate is not for " + purpose.words() + " alone");
    }
  }

  /// A whole path, the leaf first, whose leaf is judged already.
  static void path(String where, List<ParsedCertificate> path, Purpose purpose, Instant at)
      throws RefusedException {
    for (int i = 1; i < path.size(); i++) {
      ParsedCertificate each = path.get(i);
      if (!each.validity().contains(at)) {
        throw new RefusedException(
            FailureClass.CHAIN,
            where + ": the certificate " + each + " above the signer's is not valid at the time",
            each.validity().toString(),
            at.toString());
      }
      CertificateRules rules = CertificateRules.of(where, each);
      known(where, each, rules);
      if (!rules.isCa() || !rules.allows(CertificateRules.KEY_CERT_SIGN)) {
        throw refused(where, each + " may not issue certificates");
      }
      if (!rules.allows(purpose)) {
        throw refused(where, each + " is not for " + purpose.words());
      }
      BigInteger below = BigInteger.valueOf(i - 1L);
      if (rules.pathLength().isPresent() && rules.pathLength().get().compareTo(below) < 0) {
        throw refused(where, each + " allows fewer authorities below it");
      }
      NameConstraints.require(where, each, path.subList(0, i));
    }
  }

  private static void known(String where, ParsedCertificate certificate, CertificateRules rules)
      throws RefusedException {
    if (rules.unknownCritical().isPresent()) {
      throw refused(
          where,
          certificate + " has the unknown critical extension " + rules.unknownCritical().get());
    }
  }

  private static RefusedException refused(String where, String why) {
    return new RefusedException(FailureClass.CHAIN, where + ": " + why);
  }
}
