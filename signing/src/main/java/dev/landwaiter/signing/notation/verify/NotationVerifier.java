package dev.landwaiter.signing.notation.verify;

import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Refusal;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.certificate.CertificatePaths;
import dev.landwaiter.signing.certificate.ParsedCertificate;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.notation.Check;
import dev.landwaiter.signing.notation.SignatureAlgorithm;
import dev.landwaiter.signing.notation.SignedEnvelope;
import dev.landwaiter.signing.notation.SigningScheme;
import dev.landwaiter.signing.notation.TargetArtifact;
import dev.landwaiter.signing.notation.envelope.Envelopes;
import dev.landwaiter.signing.notation.policy.DistinguishedName;
import dev.landwaiter.signing.notation.policy.PolicyStatement;
import dev.landwaiter.signing.notation.policy.StoreName;
import dev.landwaiter.signing.notation.policy.TrustStores;
import dev.landwaiter.signing.timestamp.TimestampVerifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Verifies signatures of the Notary Project (signature specification; trust store and trust
/// policy). May be used by several threads.
public final class NotationVerifier {
  private final TrustStores stores;
  private final RevocationCheck revocation;
  private final TimeCheck times;

  /// Reads trusted certificates from these stores when a policy names them.
  ///
  /// @param paths finds the way from a timestamp's signer to a trusted store
  public NotationVerifier(TrustStores stores, CertificatePaths paths, Revocation revocation) {
    this.stores = stores;
    this.revocation = new RevocationCheck(revocation);
    this.times = new TimeCheck(stores, new TimestampVerifier(paths), this.revocation);
  }

  /// What came of all signatures of one artifact.
  public sealed interface Result {
    /// A signature is accepted; the others are not looked at.
    ///
    /// @param before why those before it were refused, with where each was found in front
    record Verified(Accepted signature, List<Refusal> before) implements Result {
      public Verified {
        before = List.copyOf(before);
      }
    }

    /// The policy says that nothing is verified.
    record Skipped(String policy) implements Result {}
  }

  /// Verifies the signatures of an artifact; one that is accepted suffices.
  ///
  /// @param candidates in the order in which they are tried
  /// @throws RefusedException with NOT_FOUND when there are none, else for what the last was
  ///   refused for
  public Result verify(List<Candidate> candidates, Wanted wanted) throws RefusedException {
    if (wanted.policy().skips()) {
      return new Result.Skipped(wanted.policy().name());
    }
    List<Refusal> refused = new ArrayList<>();
    for (Candidate each : candidates) {
      try {
        return new Result.Verified(one(each, wanted), refused);
      } catch (RefusedException e) {
        refused.add(e.refusal().in(each.origin()));
      } catch (RuntimeException | StackOverflowError e) {
        refused.add(Refusal.ofMistake(e).in(each.origin()));
      }
    }
    if (refused.isEmpty()) {
      throw new RefusedException(
          FailureClass.NOT_FOUND, "there is no signature of " + wanted.artifact().digest());
    }
    throw new RefusedException(refused.getLast());
  }

  /// Verifies one signature, whatever else there is.
  ///
  /// @throws RefusedException for the first check that failed and must hold; with POLICY where the
  ///   policy skips everything
  public Accepted one(Candidate candidate, Wanted wanted) throws RefusedException {
    PolicyStatement policy = wanted.policy();
    if (policy.skips()) {
      throw new RefusedException(
          FailureClass.POLICY, "the statement '" + policy.name() + "' skips verification");
    }
    SignedEnvelope envelope = Envelopes.read(candidate.mediaType(), candidate.envelope());
    List<ParsedCertificate> chain = ChainRules.signing(envelope.chain());
    signature(envelope, chain.getFirst());
    TargetArtifact artifact = PayloadReader.read(envelope.payload());
    about(wanted.artifact(), artifact);
    if (!envelope.attributes().plugin().isEmpty()) {
      throw new RefusedException(
          FailureClass.REVOKED,
          "the signature wants the plugin '%s' to take part; plugins are not run here"
              .formatted(envelope.attributes().plugin()));
    }
    List<Accepted.Outcome> outcomes = new ArrayList<>();
    outcomes.add(
        new Accepted.Outcome(
            Check.INTEGRITY, Check.Action.ENFORCE, envelope.algorithm().name(), Optional.empty()));
    for (Check each :
        List.of(Check.AUTHENTICITY, Check.EXPIRY, Check.AUTHENTIC_TIMESTAMP, Check.REVOCATION)) {
      // Addresses in certificates that nobody trusts are never asked.
      boolean untrusted =
          each == Check.REVOCATION
              && outcomes.stream()
                  .anyMatch(before ->
                      before.check() == Check.AUTHENTICITY && before.failure().isPresent());
      outcomes.add(
          untrusted
              ? unasked(wanted.policy().action(each))
              : outcome(each, envelope, chain, wanted));
    }
    metadata(wanted.metadata(), artifact.annotations());
    return new Accepted(candidate, policy.name(), chain, artifact, envelope.attributes(), outcomes);
  }

  private static Accepted.Outcome unasked(Check.Action action) throws RefusedException {
    Refusal why =
        Refusal.of(
            FailureClass.REVOKED,
            "whether certificates that nobody trusts are revoked is not asked");
    if (action == Check.Action.ENFORCE) {
      throw new RefusedException(why);
    }
    return new Accepted.Outcome(
        Check.REVOCATION,
        action,
        "",
        action == Check.Action.SKIP ? Optional.empty() : Optional.of(why));
  }

  private Accepted.Outcome outcome(
      Check check, SignedEnvelope envelope, List<ParsedCertificate> chain, Wanted wanted)
      throws RefusedException {
    Check.Action action = wanted.policy().action(check);
    if (action == Check.Action.SKIP) {
      return new Accepted.Outcome(check, action, "", Optional.empty());
    }
    try {
      String detail =
          switch (check) {
            case INTEGRITY -> "";
            case AUTHENTICITY -> authenticity(envelope, chain, wanted.policy());
            case EXPIRY -> expiry(envelope, wanted);
            case AUTHENTIC_TIMESTAMP -> times.require(envelope, chain, wanted);
            case REVOCATION -> {
              revocation.require(chain, wanted.now());
              yield "";
            }
          };
      return new Accepted.Outcome(check, action, detail, Optional.empty());
    } catch (RefusedException e) {
      if (action == Check.Action.ENFORCE) {
        throw e;
      }
      return new Accepted.Outcome(check, action, "", Optional.of(e.refusal()));
    }
  }

  private static void signature(SignedEnvelope envelope, ParsedCertificate leaf)
      throws RefusedException {
    VerificationKey key = PublicKeys.spki("the certificate " + leaf, leaf.spki());
    SignatureAlgorithm wanted = SignatureAlgorithm.of(key);
    if (envelope.algorithm() != wanted) {
      throw new RefusedException(
          FailureClass.SIGNATURE,
          "the algorithm of the envelope is not that of its key",
          wanted.name(),
          envelope.algorithm().name());
    }
    if (!wanted.verify(key, envelope.signed(), envelope.signature())) {
      throw new RefusedException(FailureClass.SIGNATURE, "the signature is wrong");
    }
  }

  private static void about(TargetArtifact wanted, TargetArtifact found) throws RefusedException {
    if (!wanted.mediaType().equals(found.mediaType())
        || !wanted.digest().equals(found.digest())
        || wanted.size() != found.size()) {
      throw new RefusedException(
          FailureClass.SUBJECT,
          "the signature is about another artifact",
          wanted.toString(),
          found.toString());
    }
  }

  /// The chain leads to a store of the right type, and the policy trusts the signer.
  private String authenticity(
      SignedEnvelope envelope, List<ParsedCertificate> chain, PolicyStatement policy)
      throws RefusedException {
    StoreName.Type type =
        envelope.attributes().scheme() == SigningScheme.SIGNING_AUTHORITY
            ? StoreName.Type.SIGNING_AUTHORITY
            : StoreName.Type.CA;
    ParsedCertificate leaf = chain.getFirst();
    for (StoreName store : policy.stores(type)) {
      for (ParsedCertificate trusted : stores.certificates(store)) {
        if (chain.stream().anyMatch(each -> each.der().equals(trusted.der()))) {
          if (!policy.identities().any()) {
            policy
                .identities()
                .require(DistinguishedName.of("the certificate " + leaf, leaf.subject()));
          }
          return "trust store " + store;
        }
      }
    }
    throw new RefusedException(
        FailureClass.CHAIN,
        "no certificate of the signature is in a trust store of the policy",
        policy.stores(type).toString(),
        chain.getLast().toString());
  }

  private static String expiry(SignedEnvelope envelope, Wanted wanted) throws RefusedException {
    if (envelope.attributes().expiry().isEmpty()) {
      return "";
    }
    var expiry = envelope.attributes().expiry().get();
    if (!wanted.now().isBefore(expiry)) {
      throw new RefusedException(
          FailureClass.TIME,
          "the signature has expired",
          "before " + expiry,
          wanted.now().toString());
    }
    return "until " + expiry;
  }

  private static void metadata(Map<String, String> wanted, Map<String, String> found)
      throws RefusedException {
    for (var each : wanted.entrySet()) {
      if (!each.getValue().equals(found.get(each.getKey()))) {
        throw new RefusedException(
            FailureClass.SUBJECT,
            "the signer did not write '%s' as wanted".formatted(each.getKey()),
            each.getValue(),
            found.getOrDefault(each.getKey(), "nothing"));
      }
    }
  }
}
