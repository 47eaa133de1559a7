package dev.landwaiter.signing.notation.verify;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.certificate.ParsedCertificate;
import dev.landwaiter.signing.encoding.Der;
import dev.landwaiter.signing.notation.Check;
import dev.landwaiter.signing.notation.SignedEnvelope;
import dev.landwaiter.signing.notation.SigningScheme;
import dev.landwaiter.signing.notation.policy.PolicyStatement;
import dev.landwaiter.signing.notation.policy.StoreName;
import dev.landwaiter.signing.notation.policy.TrustStores;
import dev.landwaiter.signing.timestamp.Stamped;
import dev.landwaiter.signing.timestamp.TimestampVerifier;
import dev.landwaiter.signing.trust.Authority;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Whether the certificates were valid at a time that is known (trust policy, authentic timestamp).
record TimeCheck(TrustStores stores, TimestampVerifier timestamps, RevocationCheck revocation) {
  /// The status of an answer that was granted (RFC 3161, 2.4.2), which stands before a token.
  private static final Bytes GRANTED = Bytes.hex("3003020100");

  /// Returns what is known about the time, for reports.
  String require(SignedEnvelope envelope, List<ParsedCertificate> chain, Wanted wanted)
      throws RefusedException {
    if (envelope.attributes().scheme() == SigningScheme.SIGNING_AUTHORITY) {
      Instant time = envelope.attributes().signingTime();
      valid(chain, time, time);
      return "signed at " + time + ", says the signing authority";
    }
    PolicyStatement policy = wanted.policy();
    boolean expired = chain.stream().anyMatch(each -> ended(each, wanted.now()));
    boolean stamped =
        !policy.stores(StoreName.Type.TSA).isEmpty() && (policy.timestampAlways() || expired);
    if (!stamped) {
      valid(chain, wanted.now(), wanted.now());
      return "all certificates are valid at " + wanted.now();
    }
    Stamped proof = stamped(envelope, policy);
    ChainRules.timestamping(proof.path().chain());
    if (policy.action(Check.REVOCATION) != Check.Action.SKIP) {
      revocation.require(proof.path().chain(), wanted.now());
    }
    valid(chain, proof.time().minus(proof.accuracy()), proof.time().plus(proof.accuracy()));
    return "signed at " + proof.time() + ", proves " + proof.path().leaf();
  }

  private Stamped stamped(SignedEnvelope envelope, PolicyStatement policy) throws RefusedException {
    Bytes token =
        envelope
            .attributes()
            .timestamp()
            .orElseThrow(() ->
                new RefusedException(
                    FailureClass.TIME, "the envelope has no timestamp, which the policy wants"));
    List<Authority> authorities = new ArrayList<>();
    for (StoreName store : policy.stores(StoreName.Type.TSA)) {
      for (ParsedCertificate each : stores.certificates(store)) {
        authorities.add(new Authority(store.toString(), List.of(platform(each)), Window.OPEN));
      }
    }
    Bytes answer = Der.encode(Der.SEQUENCE, GRANTED.plus(token));
    return timestamps.stamped(answer, envelope.signature(), authorities);
  }

  private static X509Certificate platform(ParsedCertificate certificate) throws RefusedException {
    try {
      var bytes = new ByteArrayInputStream(certificate.der().toArray());
      if (CertificateFactory.getInstance("X.509").generateCertificate(bytes)
          instanceof X509Certificate read) {
        return read;
      }
    } catch (CertificateException e) {
      // Told below.
    }
    throw new RefusedException(
        FailureClass.TRUST_ROOT, "the trusted certificate " + certificate + " cannot be used");
  }

  private static boolean ended(ParsedCertificate certificate, Instant now) {
    return certificate.validity().end().filter(now::isAfter).isPresent();
  }

  private static void valid(List<ParsedCertificate> chain, Instant from, Instant to)
      throws RefusedException {
    for (ParsedCertificate each : chain) {
      for (Instant time : List.of(from, to)) {
        if (!each.validity().contains(time)) {
          throw new RefusedException(
              FailureClass.TIME,
              "the certificate " + each + " was not valid at the time in question",
              each.validity().toString(),
              time.toString());
        }
      }
    }
  }
}
