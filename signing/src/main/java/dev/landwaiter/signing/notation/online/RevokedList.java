package dev.landwaiter.signing.notation.online;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.certificate.CertificateRules;
import dev.landwaiter.signing.certificate.ParsedCertificate;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.key.NamedAlgorithm;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.notation.verify.Revocation.Answer;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a list of revoked certificates (RFC 5280, 5): signed by the issuer, whole, and of now.
record RevokedList(
    URI place, ParsedCertificate certificate, ParsedCertificate issuer, Instant now) {
  private static final String WHERE = "the list of revoked certificates";
  private static final String DISTRIBUTION = "2.5.29.28";
  private static final int LIST_SIGN = 6;
  private static final int POINT = 0xa0;
  private static final int FULL_NAME = 0xa0;
  private static final int ADDRESS = 0x86;
  private static final int LEAVES_ONLY = 0x81;
  private static final int AUTHORITIES_ONLY = 0x82;

  /// What the list says.
  ///
  /// @throws RefusedException when it is none that can be trusted
  Answer read(Bytes list) throws RefusedException {
    List<Der> parts = Der.only(WHERE, list).require(Der.SEQUENCE, WHERE).inner(WHERE);
    boolean signed =
        parts.size() == 3
            && CertificateRules.of(WHERE, issuer).allows(LIST_SIGN)
            && NamedAlgorithm.read(WHERE, parts.get(1), Optional.empty())
                .verify(
                    PublicKeys.spki(WHERE, issuer.spki()),
                    parts.get(0).whole(),
                    parts.get(2).octets(WHERE));
    if (!signed) {
      throw wrong("the issuer did not sign it");
    }
    X509CRL read = platform(list);
    if (!Bytes.of(read.getIssuerX500Principal().getEncoded()).equals(issuer.subject())) {
      throw wrong("it is of another issuer");
    }
    if (read.getNextUpdate() == null
        || now.isBefore(read.getThisUpdate().toInstant())
        || now.isAfter(read.getNextUpdate().toInstant())) {
      throw wrong("it is not of now");
    }
    covers(read);
    return read.getRevokedCertificate(certificate.serial()) == null
        ? new Answer.Good()
        : new Answer.Revoked("stands in the issuer's list");
  }

  private static X509CRL platform(Bytes list) throws RefusedException {
    try {
      var bytes = new ByteArrayInputStream(list.toArray());
      if (CertificateFactory.getInstance("X.509").generateCRL(bytes) instanceof X509CRL read) {
        return read;
      }
    } catch (CertificateException | CRLException e) {
      // Told below.
    }
    throw wrong("it is malformed");
  }

  /// A list of part of the certificates, or of changes alone, does not tell.
  private void covers(X509CRL list) throws RefusedException {
    Set<String> critical = list.getCriticalExtensionOIDs();
    Set<String> unknown = critical == null ? new HashSet<>() : new HashSet<>(critical);
    unknown.remove(DISTRIBUTION);
    if (!unknown.isEmpty()) {
      throw wrong("it has unknown critical extensions: " + unknown);
    }
    byte[] distribution = list.getExtensionValue(DISTRIBUTION);
    if (distribution != null) {
      Bytes value =
          Der.only(WHERE, Bytes.of(distribution)).require(Der.OCTET_STRING, WHERE).content();
      for (Der each : Der.only(WHERE, value).require(Der.SEQUENCE, WHERE).inner(WHERE)) {
        boolean fits =
            each.tag() == POINT
                ? names(each)
                : each.tag() == (certificate.mayIssue() ? AUTHORITIES_ONLY : LEAVES_ONLY);
        if (!fits) {
          throw wrong("it does not cover this certificate");
        }
      }
    }
  }

  /// Of a list in parts, only the one for the place that the certificate names tells about it.
  private boolean names(Der point) throws RefusedException {
    for (Der full : point.inner(WHERE)) {
      if (full.tag() == FULL_NAME) {
        for (Der name : full.inner(WHERE)) {
          if (name.tag() == ADDRESS && name.content().equals(Bytes.utf8(place.toString()))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static RefusedException wrong(String why) {
    return new RefusedException(FailureClass.REVOKED, WHERE + " cannot be used: " + why);
  }
}
