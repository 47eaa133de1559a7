package dev.landwaiter.signing.certificate;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.key.PublicKeys;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// The certificate of a signer and what it says. Nothing of it is trusted before a path to an
/// authority is found.
///
/// @param where it came from, for messages
/// @param key its public key
/// @param names its subject alternative names, in its order
/// @param extensions what it says about the identity token, by the last number of the object
///   identifier below 1.3.6.1.4.1.57264.1
public record SigningCertificate(
    String where,
    ParsedCertificate parsed,
    VerificationKey key,
    List<SubjectName> names,
    SortedMap<Integer, String> extensions) {
  public SigningCertificate {
    names = List.copyOf(names);
    extensions = Collections.unmodifiableSortedMap(extensions);
  }

  /// Reads a certificate.
  ///
  /// @param where it came from, for messages
  /// @throws RefusedException with PARSE, LIMIT, or SIGNATURE for a key that is not permitted
  public static SigningCertificate parse(String where, Bytes der) throws RefusedException {
    ParsedCertificate parsed = ParsedCertificate.parse(where, der);
    return new SigningCertificate(
        where,
        parsed,
        PublicKeys.spki(where, parsed.spki()),
        SubjectNames.of(where, parsed),
        IdentityExtensions.of(where, parsed));
  }

  public Bytes der() {
    return parsed.der();
  }

  /// The SubjectPublicKeyInfo, DER.
  public Bytes spki() {
    return parsed.spki();
  }

  /// From notBefore to notAfter, both in it.
  public Window validity() {
    return parsed.validity();
  }

  /// Whether it may issue certificates, by its basic constraints.
  public boolean isCa() throws RefusedException {
    return CertificateRules.of(where, parsed).isCa();
  }

  /// The issuer of the identity token, from extension 8, else from 1. Empty where neither is there.
  ///
  /// @throws RefusedException with IDENTITY when both are there and differ
  public Optional<String> issuer() throws RefusedException {
    String first = extensions.get(IdentityExtensions.ISSUER_V1);
    String second = extensions.get(IdentityExtensions.ISSUER_V2);
    if (first != null && second != null && !first.equals(second)) {
      throw new RefusedException(
          FailureClass.IDENTITY,
          where + ": the certificate names two issuers of its identity",
          first,
          second);
    }
    return Optional.ofNullable(second != null ? second : first);
  }

  /// The embedded list of signed certificate timestamps (RFC 6962, 3.3); empty without one.
  public List<CertificateTimestamp> timestamps() throws RefusedException {
    return CertificateTimestamp.embedded(where, parsed);
  }
}
