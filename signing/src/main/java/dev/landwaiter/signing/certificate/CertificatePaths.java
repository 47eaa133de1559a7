package dev.landwaiter.signing.certificate;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.trust.Authority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Finds the paths from a certificate to authorities that are trusted, by hand (RFC 5280, 6.1): the
/// store of the platform is never asked, and nothing is downloaded.
///
/// Signatures of certificates that held are remembered; periods of validity are judged each time.
/// May be used by several threads.
public final class CertificatePaths {
  private static final int MOST_INTERMEDIATES = 100;

  private final KnownSignatures known = new KnownSignatures();

  /// All paths of a signer's certificate.
  ///
  /// @param intermediates untrusted certificates that may stand between, DER
  /// @param authorities whose anchors a path may end at, if their own period contains the instant
  /// @param at the instant at which every certificate must be valid
  /// @return at least one
  /// @throws RefusedException with TIME when the certificate itself was not valid then, CHAIN when
  ///   no path is right, PARSE or LIMIT for certificates that are broken or too many
  public List<CertificatePath> build(
      SigningCertificate leaf, List<Bytes> intermediates, List<Authority> authorities, Instant at)
      throws RefusedException {
    return build(leaf.where(), leaf.parsed(), intermediates, authorities, at, Purpose.CODE_SIGNING);
  }

  /// The same for any purpose.
  ///
  /// @param where the certificate came from, for messages
  public List<CertificatePath> build(
      String where,
      ParsedCertificate leaf,
      List<Bytes> intermediates,
      List<Authority> authorities,
      Instant at,
      Purpose purpose)
      throws RefusedException {
    PathRules.leaf(where, leaf, purpose, at);
    if (authorities.isEmpty()) {
      throw new RefusedException(
          FailureClass.TRUST_ROOT, where + ": no certificate authority is trusted");
    }
    if (intermediates.size() > MOST_INTERMEDIATES) {
      throw new RefusedException(
          FailureClass.LIMIT, where + ": more than 100 intermediate certificates");
    }
    List<ParsedCertificate> between = new ArrayList<>();
    for (Bytes each : intermediates) {
      between.add(ParsedCertificate.parse(where + ": an intermediate certificate", each));
    }
    var search = new PathSearch(where, purpose, at, known);
    for (Authority authority : authorities) {
      search.explore(leaf, between, authority);
    }
    return search.result();
  }
}
