package dev.landwaiter.signing.notation.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.notation.Check;
import dev.landwaiter.signing.notation.policy.PolicyStatement;
import dev.landwaiter.signing.testing.CertificateDraft;
import dev.landwaiter.signing.testing.CertificateDraft.Made;
import dev.landwaiter.signing.testing.EnvelopeDraft;
import dev.landwaiter.signing.testing.TokenDraft;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

class TimeCheckTest extends NotationCase {
  @Test
  void withoutATimestampCertificatesMustBeValidNow() throws RefusedException {
    Made old = leaf().valid(CertificateDraft.START, NOW.minusSeconds(1)).by(BETWEEN);
    EnvelopeDraft draft = new EnvelopeDraft(old, BETWEEN, ROOT);
    refused(FailureClass.TIME, draft, wanted(policy("strict")));
    logs(draft, wanted(policy("permissive")), Check.AUTHENTIC_TIMESTAMP);
    Made authority =
        CertificateDraft.authority("old")
            .valid(CertificateDraft.START, NOW.minusSeconds(1))
            .by(ROOT);
    refused(
        FailureClass.TIME,
        new EnvelopeDraft(leaf().by(authority), authority, ROOT),
        wanted(policy("strict")));
  }

  @Test
  void theWordOfASigningAuthorityIsATime() throws RefusedException {
    Made old = leaf().valid(CertificateDraft.START, NOW).by(BETWEEN);
    PolicyStatement policy = policy("strict", "", "\"signingAuthority:acme\"");
    Wanted later = wanted(policy, NOW.plus(Duration.ofDays(90)));
    accepted(new EnvelopeDraft(old, BETWEEN, ROOT).byAuthority(NOW), later);
    refused(
        FailureClass.TIME,
        new EnvelopeDraft(old, BETWEEN, ROOT).byAuthority(NOW.plusSeconds(1)),
        later);
    refused(
        FailureClass.CHAIN,
        new EnvelopeDraft(old, BETWEEN, ROOT).byAuthority(NOW),
        wanted(policy("strict"), NOW));
  }

  /// What stamps the signature of an envelope.
  private static EnvelopeDraft stamped(EnvelopeDraft draft, Consumer<TokenDraft> change) {
    draft.jws();
    draft.instead = draft.signature;
    var token = new TokenDraft(STAMPER, draft.signature).embed(STAMPER);
    change.accept(token);
    draft.timestamp = token.response();
    return draft;
  }

  private static final String STAMPS = "\"ca:acme\",\"tsa:stamps\"";

  @Test
  void timestamps() throws RefusedException {
    Made old = leaf().valid(CertificateDraft.START, NOW).by(BETWEEN);
    Wanted later = wanted(policy("strict", "", STAMPS), NOW.plus(Duration.ofDays(90)));
    accept(stamped(new EnvelopeDraft(old, BETWEEN, ROOT), t -> {}), later);
    refused(
        FailureClass.TIME,
        jws(stamped(new EnvelopeDraft(old, BETWEEN, ROOT), t -> t.time = NOW.plusSeconds(1))),
        later);
    refused(FailureClass.TIME, jws(new EnvelopeDraft(old, BETWEEN, ROOT)), later);
    refused(
        FailureClass.TIME,
        jws(stamped(new EnvelopeDraft(old, BETWEEN, ROOT), t -> t.nonce = Bytes.hex("3003020101"))),
        later);
    EnvelopeDraft other = new EnvelopeDraft(old, BETWEEN, ROOT);
    other.jws();
    other.timestamp =
        new TokenDraft(STAMPER, Bytes.utf8("another signature")).embed(STAMPER).response();
    other.instead = other.signature;
    refused(FailureClass.TIME, jws(other), later);
  }

  private void accept(EnvelopeDraft draft, Wanted wanted) throws RefusedException {
    assertThat(verifier().one(jws(draft), wanted).outcomes())
        .allMatch(outcome -> outcome.failure().isEmpty());
  }

  @Test
  void whenTimestampsAreWanted() throws RefusedException {
    Instant later = NOW.plus(Duration.ofDays(90));
    Made old = leaf().valid(CertificateDraft.START, NOW).by(BETWEEN);
    refused(FailureClass.TIME, good(), wanted(policy("strict", "", STAMPS)));
    logs(good(), wanted(policy("permissive", "", STAMPS)), Check.AUTHENTIC_TIMESTAMP);
    String whenExpired = ",\"verifyTimestamp\":\"afterCertExpiry\"";
    accepted(good(), wanted(policy("strict", whenExpired, STAMPS)));
    refused(
        FailureClass.TIME,
        new EnvelopeDraft(old, BETWEEN, ROOT),
        wanted(policy("strict", whenExpired, STAMPS), later));
    accept(
        stamped(new EnvelopeDraft(old, BETWEEN, ROOT), t -> {}),
        wanted(policy("strict", whenExpired, STAMPS), later));
    // A policy without a store for timestamps does not look at them.
    accept(
        stamped(good(), t -> t.time = NOW.plus(Duration.ofDays(9999))), wanted(policy("strict")));
  }

  /// GHSA-45v3-38pc-874v: whether the signer of a timestamp is revoked is asked as well.
  @Test
  void timestampAuthoritiesAreJudged() throws RefusedException, IOException {
    Wanted strict = wanted(policy("strict", "", STAMPS));
    Made foreign = CertificateDraft.authority("foreign").selfSigned();
    Made stamper = CertificateDraft.stamper("stamper").by(foreign);
    EnvelopeDraft draft = good();
    draft.jws();
    draft.instead = draft.signature;
    draft.timestamp = new TokenDraft(stamper, draft.signature).embed(stamper, foreign).response();
    refused(FailureClass.CHAIN, jws(draft), strict);
    Made careless =
        CertificateDraft.stamper("careless")
            .with(
                Extension.keyUsage,
                true,
                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
            .by(STAMP_ROOT);
    draft.timestamp = new TokenDraft(careless, draft.signature).embed(careless).response();
    refused(FailureClass.CHAIN, jws(draft), strict);
    revocation =
        (certificate, issuer, now) ->
            certificate.der().equals(STAMPER.der())
                ? new Revocation.Answer.Revoked("lost")
                : new Revocation.Answer.Good();
    refused(FailureClass.REVOKED, jws(stamped(good(), t -> {})), strict);
    accept(
        stamped(good(), t -> {}),
        wanted(policy("strict", ",\"override\":{\"revocation\":\"skip\"}", STAMPS)));
  }
}
