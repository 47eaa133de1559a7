package dev.landwaiter.signing.notation.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.notation.Check;
import dev.landwaiter.signing.notation.envelope.Envelopes;
import dev.landwaiter.signing.notation.policy.PolicyStatement;
import dev.landwaiter.signing.notation.policy.TrustPolicy;
import dev.landwaiter.signing.testing.CertificateDraft;
import dev.landwaiter.signing.testing.CertificateDraft.Made;
import dev.landwaiter.signing.testing.EnvelopeDraft;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotationVerifierTest extends NotationCase {
  @ValueSource(strings = {"P-256", "P-384", "P-521", "RSA2048", "RSA3072", "RSA4096"})
  @ParameterizedTest
  void everyKindOfKey(String kind) throws RefusedException {
    Made leaf = leaf().key(CertificateDraft.keys(kind)).by(BETWEEN);
    EnvelopeDraft draft = new EnvelopeDraft(leaf, BETWEEN, ROOT);
    accepted(draft, wanted(policy("strict")));
    for (String other : List.of("PS256", "ES256", "ES384", "EdDSA", "none")) {
      if (!other.equals(draft.algorithm)) {
        EnvelopeDraft wrong = new EnvelopeDraft(leaf, BETWEEN, ROOT);
        wrong.algorithm = other;
        boolean known = !other.equals("EdDSA") && !other.equals("none");
        refused(
            known ? FailureClass.SIGNATURE : FailureClass.PARSE,
            jws(wrong),
            wanted(policy("strict")));
      }
    }
  }

  @Test
  void otherKeysAreNotPermitted() throws RefusedException {
    Made leaf = leaf().key(CertificateDraft.keys("Ed25519")).by(BETWEEN);
    EnvelopeDraft draft = new EnvelopeDraft(leaf, BETWEEN, ROOT);
    draft.algorithm = "ES256";
    refused(FailureClass.SIGNATURE, draft, wanted(policy("strict")));
  }

  @Test
  void aChainOfOneIsALeaf() throws RefusedException, IOException {
    Made alone = leaf().selfSigned();
    store("ca/alone", alone);
    PolicyStatement policy = policy("strict", "", "\"ca:alone\"");
    accepted(new EnvelopeDraft(alone), wanted(policy));
    Made authority = CertificateDraft.authority("x").named(SIGNER).selfSigned();
    store("ca/alone", authority);
    refused(FailureClass.CHAIN, new EnvelopeDraft(authority), wanted(policy));
  }

  @Test
  void theSignatureIsOverHeaderAndPayload() throws RefusedException {
    EnvelopeDraft draft = good();
    String text = draft.jws().toText();
    EnvelopeDraft other = good();
    other.header.put("io.cncf.notary.signingTime", NOW.minusSeconds(1));
    other.instead = draft.signature;
    refused(FailureClass.SIGNATURE, jws(other), wanted(policy("audit")));
    EnvelopeDraft payload = good();
    payload.payload = payload.payload.replace("42}", "42,\"annotations\":{}}");
    payload.instead = draft.signature;
    refused(FailureClass.SIGNATURE, jws(payload), wanted(policy("audit")));
    draft.cose();
    payload.instead = draft.signature;
    refused(FailureClass.SIGNATURE, cose(payload), wanted(policy("audit")));
    assertThat(text).contains("x5c");
  }

  /// GHSA-xhg5-42rf-296r: the descriptor that is signed is the one that was asked for.
  @Test
  void theArtifactMustBeTheOneThatIsAskedFor() throws RefusedException {
    for (List<String> each :
        List.of(
            List.of("42}", "43}"),
            List.of("sha256:11", "sha256:21"),
            List.of("image.manifest", "image.index"))) {
      EnvelopeDraft draft = good();
      draft.payload = draft.payload.replace(each.getFirst(), each.getLast());
      refused(FailureClass.SUBJECT, draft, wanted(policy("audit")));
    }
    for (String payload :
        List.of(
            "",
            "{}",
            "[]",
            "{\"targetArtifact\":{}}",
            "{\"targetArtifact\":{},\"targetArtifact\":{}}")) {
      EnvelopeDraft draft = good();
      draft.payload = payload;
      refused(FailureClass.PARSE, draft, wanted(policy("audit")));
    }
  }

  @Test
  void metadataMustBeWhatTheSignerWrote() throws RefusedException {
    EnvelopeDraft draft = good();
    draft.payload = draft.payload.replace("42}", "42,\"annotations\":{\"k\":\"v\"}}");
    for (Map<String, String> each :
        List.of(Map.of("k", "w"), Map.of("l", "v"), Map.of("k", "v", "l", ""))) {
      Wanted wanted = new Wanted(policy("audit"), wanted(policy("audit")).artifact(), each, NOW);
      refused(FailureClass.SUBJECT, draft, wanted);
    }
    accepted(
        draft,
        new Wanted(policy("strict"), wanted(policy("strict")).artifact(), Map.of("k", "v"), NOW));
  }

  /// Every change of a header that the specification forbids.
  @Test
  void rulesOfTheHeader() throws RefusedException {
    List<Consumer<EnvelopeDraft>> wrong =
        List.of(
            d -> d.header.put("cty", "application/json"),
            d -> d.critical.clear(),
            d -> d.critical.add("io.cncf.notary.signingScheme"),
            d -> d.critical.add("io.cncf.notary.expiry"),
            d -> d.with("io.example.own", "x"),
            d -> d.header.put("io.cncf.notary.signingScheme", "notary.x509.other"),
            d -> d.header.remove("io.cncf.notary.signingTime"),
            d -> d.header.put("io.cncf.notary.signingTime", "yesterday"),
            d -> d.header.put("io.cncf.notary.expiry", NOW.plusSeconds(60)),
            d -> d.with("io.cncf.notary.expiry", NOW),
            d -> d.with("io.cncf.notary.expiry", NOW.minusSeconds(1)),
            d -> d.with("io.cncf.notary.authenticSigningTime", NOW),
            d -> d.header.put("io.cncf.notary.authenticSigningTime", NOW),
            d -> d.header.put("io.cncf.notary.signingScheme", "notary.x509.signingAuthority"),
            d -> d.byAuthority(NOW).critical.remove("io.cncf.notary.authenticSigningTime"),
            d -> d.byAuthority(NOW).header.put("io.cncf.notary.signingTime", NOW),
            d -> d.header.put("io.cncf.notary.verificationPlugin", "p"),
            d -> d.with("io.cncf.notary.verificationPluginMinVersion", "1.0.0"),
            d -> d.with("io.cncf.notary.verificationPlugin", " "));
    for (int i = 0; i < wrong.size(); i++) {
      EnvelopeDraft draft = good();
      wrong.get(i).accept(draft);
      refused(FailureClass.PARSE, draft, wanted(policy("audit")));
    }
    EnvelopeDraft unknown = good();
    unknown.header.put("io.example.own", "x");
    accepted(unknown, wanted(policy("strict")));
  }

  @Test
  void membersBelongInOneHeader() throws RefusedException {
    EnvelopeDraft draft = good();
    draft.open = ",\"io.cncf.notary.signingTime\":\"2020-01-01T00:00:00Z\"";
    refused(FailureClass.PARSE, jws(draft), wanted(policy("audit")));
    draft.open = ",\"io.cncf.notary.signingAgent\":\"made/1\"";
    assertThat(verifier().one(jws(draft), wanted(policy("strict"))).attributes().agent())
        .isEqualTo("made/1");
  }

  @Test
  void pluginsAreNotRun() throws RefusedException {
    EnvelopeDraft draft = good().with("io.cncf.notary.verificationPlugin", "p");
    refused(FailureClass.REVOKED, draft, wanted(policy("audit")));
  }

  @Test
  void theChainMustTouchAStoreOfItsType() throws RefusedException, IOException {
    EnvelopeDraft draft = good();
    store("ca/other", CertificateDraft.authority("root").selfSigned());
    store("ca/between", BETWEEN);
    refused(FailureClass.CHAIN, draft, wanted(policy("strict", "", "\"ca:other\"")));
    refused(
        FailureClass.CHAIN, draft, wanted(policy("permissive", "", "\"signingAuthority:acme\"")));
    refused(FailureClass.TRUST_ROOT, draft, wanted(policy("strict", "", "\"ca:absent\"")));
    accepted(draft, wanted(policy("strict", "", "\"ca:other\",\"ca:between\"")));
    Accepted logged = verifier().one(jws(draft), wanted(policy("audit", "", "\"ca:other\"")));
    assertThat(logged.outcomes())
        .filteredOn(each -> each.failure().isPresent())
        .extracting(Accepted.Outcome::check)
        .containsExactly(Check.AUTHENTICITY, Check.REVOCATION);
  }

  @CsvSource({
    "x509.subject: C=US; ST=WA; O=acme,true",
    "x509.subject: C=US; S=WA; O=acme; CN=signer,true",
    "x509.subject:O=acme;ST=WA;C=US,true",
    "*,true",
    "x509.subject: C=US; ST=WA; O=other,false",
    "x509.subject: C=US; ST=WA; O=ACME,false",
    "x509.subject: C=US; ST=WA; O=acme; OU=x,false",
    "x509.subject: C=US; ST=WA; O=acme; CN=sign,false",
  })
  @ParameterizedTest
  void theSignerMustBeATrustedOne(String identity, boolean good) throws RefusedException {
    PolicyStatement policy = policy("strict", "", "\"ca:acme\"", identity.replace(";", ","));
    if (good) {
      accepted(good(), wanted(policy));
    } else {
      refused(FailureClass.IDENTITY, good(), wanted(policy));
    }
  }

  @CsvSource({"strict,true", "permissive,false", "audit,false"})
  @ParameterizedTest
  void expiry(String level, boolean enforced) throws RefusedException {
    EnvelopeDraft draft = good().with("io.cncf.notary.expiry", NOW.plusSeconds(60));
    accepted(draft, wanted(policy(level), NOW.plusSeconds(59)));
    for (int after : List.of(60, 61)) {
      Wanted wanted = wanted(policy(level), NOW.plusSeconds(after));
      if (enforced) {
        refused(FailureClass.TIME, draft, wanted);
      } else {
        logs(draft, wanted, Check.EXPIRY);
      }
      logs(
          draft,
          wanted(policy("strict", ",\"override\":{\"expiry\":\"log\"}"), NOW.plusSeconds(after)),
          Check.EXPIRY);
    }
  }

  @EnumSource(Answers.class)
  @ParameterizedTest
  void revocation(Answers answers) throws RefusedException {
    List<String> asked = new ArrayList<>();
    revocation =
        (certificate, issuer, now) -> {
          asked.add(certificate.toString());
          return certificate.der().equals(BETWEEN.der())
              ? answers.answer()
              : new Revocation.Answer.Good();
        };
    if (answers == Answers.GOOD || answers == Answers.NO_INFORMATION) {
      accepted(good(), wanted(policy("strict")));
    } else {
      refused(FailureClass.REVOKED, good(), wanted(policy("strict")));
      logs(good(), wanted(policy("permissive")), Check.REVOCATION);
      logs(good(), wanted(policy("audit")), Check.REVOCATION);
    }
    assertThat(asked).hasSizeGreaterThanOrEqualTo(4).noneMatch(each -> each.contains("=root"));
    asked.clear();
    accepted(good(), wanted(policy("strict", ",\"override\":{\"revocation\":\"skip\"}")));
    assertThat(asked).isEmpty();
  }

  @Test
  void aMistakeOfOursOverOneHindersNoOther() throws RefusedException {
    Made other = leaf().by(BETWEEN);
    revocation =
        (certificate, issuer, now) -> {
          if (certificate.der().equals(LEAF.der())) {
            throw new IllegalStateException("of ours");
          }
          return new Revocation.Answer.Good();
        };
    Candidate first = jws(good());
    Candidate second = jws(new EnvelopeDraft(other, BETWEEN, ROOT));
    assertThat(verifier().verify(List.of(first, second), wanted(policy("strict"))))
        .isInstanceOfSatisfying(
            NotationVerifier.Result.Verified.class,
            good -> {
              assertThat(good.signature().candidate()).isEqualTo(second);
              assertThat(good.before().getFirst().message()).contains("mistake in Landwaiter");
            });
    for (String level : List.of("strict", "permissive", "audit")) {
      assertThatThrownBy(() -> verifier().verify(List.of(first), wanted(policy(level))))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("mistake in Landwaiter");
    }
  }

  enum Answers {
    GOOD,
    NO_INFORMATION,
    REVOKED,
    UNAVAILABLE;

    Revocation.Answer answer() {
      return switch (this) {
        case GOOD -> new Revocation.Answer.Good();
        case NO_INFORMATION -> new Revocation.Answer.NoInformation();
        case REVOKED -> new Revocation.Answer.Revoked("lost");
        case UNAVAILABLE -> new Revocation.Answer.Unavailable("no answer");
      };
    }
  }

  @Test
  void theFirstGoodSignatureSuffices() throws RefusedException {
    EnvelopeDraft bad = good();
    bad.payload = bad.payload.replace("42}", "43}");
    Wanted strict = wanted(policy("strict"));
    Candidate garbage = new Candidate("there", Envelopes.JWS, Bytes.utf8("x"));
    assertThat(verifier().verify(List.of(garbage, jws(bad), cose(good())), strict))
        .isInstanceOfSatisfying(
            NotationVerifier.Result.Verified.class,
            e -> {
              assertThat(e.before()).hasSize(2);
              assertThat(e.before().getFirst().message()).startsWith("there: ");
            });
    assertThatThrownBy(() -> verifier().verify(List.of(garbage, jws(bad)), strict))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.SUBJECT));
    assertThatThrownBy(() -> verifier().verify(List.of(), strict))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.NOT_FOUND));
  }

  @Test
  void nothingIsVerifiedWhereThePolicySaysSo() throws RefusedException {
    PolicyStatement skip =
        TrustPolicy.read(
                "policy",
                TrustPolicy.Kind.IMAGE,
                Bytes.utf8(
                    """
                    {"version":"1.0","trustPolicies":[{"name":"off","registryScopes":["r.test/a"],\
                    "signatureVerification":{"level":"skip"}}]}\
                    """))
            .forRepository("r.test/a");
    assertThat(verifier().verify(List.of(), wanted(skip)))
        .isEqualTo(new NotationVerifier.Result.Skipped("off"));
    refused(FailureClass.POLICY, good(), wanted(skip));
  }

  @Test
  void noBitOfWhatIsSignedMayChange() throws RefusedException {
    Wanted audit = wanted(policy("audit"));
    for (boolean json : List.of(true, false)) {
      Bytes whole = json ? good().jws() : good().cose();
      String type = json ? Envelopes.JWS : Envelopes.COSE;
      for (int bit = 0; bit < whole.size() * 8; bit += 11) {
        byte[] changed = whole.toArray();
        changed[bit / 8] ^= (byte) (1 << (bit % 8));
        Candidate candidate = new Candidate("here", type, Bytes.of(changed));
        assertThatThrownBy(() -> verifier().one(candidate, audit))
            .as("bit %d", bit)
            .isInstanceOf(RefusedException.class);
      }
      for (int length = 0; length < whole.size(); length += 13) {
        Candidate candidate = new Candidate("here", type, whole.slice(0, length));
        assertThatThrownBy(() -> verifier().one(candidate, audit))
            .isInstanceOf(RefusedException.class);
      }
    }
  }
}
