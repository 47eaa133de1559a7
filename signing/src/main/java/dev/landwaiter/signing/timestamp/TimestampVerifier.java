package dev.landwaiter.signing.timestamp;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.TimeProof;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.certificate.CertificatePath;
import dev.landwaiter.signing.certificate.CertificatePaths;
import dev.landwaiter.signing.certificate.ParsedCertificate;
import dev.landwaiter.signing.certificate.Purpose;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.trust.Authority;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Verifies timestamps (RFC 3161; RFC 5816). May be used by several threads.
public final class TimestampVerifier {
  private static final String WHERE = "the timestamp";
  private static final String KEY_IDENTIFIER = "2.5.29.14";

  private final CertificatePaths paths;

  /// @param paths finds the way from the signer to an authority
  public TimestampVerifier(CertificatePaths paths) {
    this.paths = paths;
  }

  /// Verifies the answer of a timestamp authority for a signature.
  ///
  /// @param response the whole answer, DER
  /// @param signature the raw bytes that were stamped
  /// @param authorities those that are trusted; the time must lie in the period of the one that
  ///   signed
  /// @throws RefusedException with PARSE or LIMIT for the answer, TIME when it is about something
  ///   else or outside of a period, SIGNATURE or CHAIN when no trusted authority signed it,
  ///   TRUST_ROOT when none is trusted
  public TimeProof.Timestamp verify(Bytes response, Bytes signature, List<Authority> authorities)
      throws RefusedException {
    Stamped stamped = stamped(response, signature, authorities);
    return new TimeProof.Timestamp(stamped.time(), stamped.path().authority().uri());
  }

  /// The same with what else a verified timestamp says.
  public Stamped stamped(Bytes response, Bytes signature, List<Authority> authorities)
      throws RefusedException {
    TimestampResponse read = TimestampResponse.read(response);
    if (authorities.isEmpty()) {
      throw new RefusedException(FailureClass.TRUST_ROOT, "no timestamp authority is trusted");
    }
    SignedData signed = read.signed();
    content(signed);
    List<ParsedCertificate> embedded = new ArrayList<>();
    for (Bytes each : signed.certificates()) {
      embedded.add(ParsedCertificate.parse(WHERE + ": an embedded certificate", each));
    }
    CertificatePath path = path(signed, read.token(), embedded, authorities);
    if (!signature.hash(read.token().hash()).equals(read.token().imprint())) {
      throw new RefusedException(
          FailureClass.TIME,
          WHERE + " is over something else than this signature",
          signature.hash(read.token().hash()).toHex(),
          read.token().imprint().toHex());
    }
    return new Stamped(read.token().time(), read.token().accuracy(), path);
  }

  private static void content(SignedData signed) throws RefusedException {
    if (!signed.attributes().contentType().equals(SignedData.TIMESTAMP_INFO)) {
      throw new RefusedException(
          FailureClass.SIGNATURE, WHERE + ": its attributes are about another kind of content");
    }
    if (!signed.content().hash(signed.digest()).equals(signed.attributes().messageDigest())) {
      throw new RefusedException(
          FailureClass.SIGNATURE, WHERE + ": its attributes are about other content");
    }
  }

  /// From the signer to the authority; the reason of the one that came nearest where none signed.
  private CertificatePath path(
      SignedData signed,
      TimestampToken token,
      List<ParsedCertificate> embedded,
      List<Authority> authorities)
      throws RefusedException {
    Optional<Refusal> nearest = Optional.empty();
    for (Authority each : authorities) {
      try {
        Optional<ParsedCertificate> signer = signer(signed, embedded, each);
        if (signer.isPresent()) {
          signedBy(signed, signer.get());
          List<Bytes> between = signed.certificates();
          return paths
              .build(
                  WHERE, signer.get(), between, List.of(each), token.time(), Purpose.TIMESTAMPING)
              .getFirst();
        }
      } catch (RefusedException e) {
        nearest = Optional.of(nearest.orElse(e.refusal()));
      }
    }
    throw new RefusedException(
        nearest.orElse(
            Refusal.of(
                FailureClass.CHAIN,
                WHERE + " is signed by a certificate of no authority that is trusted")));
  }

  /// The certificate that the token names: the authority's own one where it has one, which an
  /// embedded one must equal; else an embedded one. Where some are embedded, it is among them.
  private static Optional<ParsedCertificate> signer(
      SignedData signed, List<ParsedCertificate> embedded, Authority authority)
      throws RefusedException {
    Optional<ParsedCertificate> configured = configured(authority);
    Optional<ParsedCertificate> named = Optional.empty();
    for (ParsedCertificate each : embedded) {
      if (named.isEmpty() && names(signed.signer(), each)) {
        named = Optional.of(each);
      }
    }
    // A token with certificates, but without its signer's, leaves open what it names.
    if (configured.isEmpty() || (named.isEmpty() && !embedded.isEmpty())) {
      return named;
    }
    boolean another = named.isPresent() && !named.get().der().equals(configured.get().der());
    return another || !names(signed.signer(), configured.get()) ? Optional.empty() : configured;
  }

  /// The first certificate before the anchor that may not issue others.
  private static Optional<ParsedCertificate> configured(Authority authority)
      throws RefusedException {
    for (X509Certificate each : authority.chain().subList(0, authority.chain().size() - 1)) {
      ParsedCertificate read = ParsedCertificate.of("a timestamp authority", each);
      if (!read.mayIssue()) {
        return Optional.of(read);
      }
    }
    return Optional.empty();
  }

  private static boolean names(Der signer, ParsedCertificate certificate) throws RefusedException {
    if (signer.tag() == Der.SEQUENCE) {
      List<Der> parts = signer.inner(WHERE);
      return parts.size() == 2
          && parts.getFirst().whole().equals(certificate.issuer())
          && parts.getLast().integer(WHERE).equals(certificate.serial());
    }
    var extension = certificate.extensions().get(KEY_IDENTIFIER);
    return extension != null
        && Der.only(WHERE, extension.value())
            .require(Der.OCTET_STRING, WHERE)
            .content()
            .equals(signer.content());
  }

  private static void signedBy(SignedData signed, ParsedCertificate signer)
      throws RefusedException {
    for (CertificateHash each : signed.attributes().certificates()) {
      if (!each.isOf(signer)) {
        throw new RefusedException(
            FailureClass.SIGNATURE, WHERE + " names another certificate than its signer's");
      }
    }
    VerificationKey key = PublicKeys.spki(WHERE + ": its signer", signer.spki());
    if (!signed.algorithm().verify(key, signed.attributes().signed(), signed.signature())) {
      throw new RefusedException(FailureClass.SIGNATURE, WHERE + " has a wrong signature");
    }
  }
}
