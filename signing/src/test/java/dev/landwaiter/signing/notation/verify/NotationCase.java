package dev.landwaiter.signing.notation.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.certificate.CertificatePaths;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.notation.Check;
import dev.landwaiter.signing.notation.TargetArtifact;
import dev.landwaiter.signing.notation.envelope.Envelopes;
import dev.landwaiter.signing.notation.policy.PolicyStatement;
import dev.landwaiter.signing.notation.policy.TrustPolicy;
import dev.landwaiter.signing.notation.policy.TrustStores;
import dev.landwaiter.signing.testing.CertificateDraft;
import dev.landwaiter.signing.testing.CertificateDraft.Made;
import dev.landwaiter.signing.testing.EnvelopeDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A trust store, certificates and signatures with nothing wrong.
abstract class NotationCase {
  static final Instant NOW = CertificateDraft.NOW;
  static final String SIGNER = "C=US,ST=WA,O=acme,CN=signer";
  static final Made ROOT = CertificateDraft.authority("root").selfSigned();
  static final Made BETWEEN = CertificateDraft.authority("between").by(ROOT);
  static final Made LEAF = leaf().by(BETWEEN);
  static final Made STAMP_ROOT = CertificateDraft.authority("stamp root").selfSigned();
  static final Made STAMPER = CertificateDraft.stamper("stamper").by(STAMP_ROOT);

  @TempDir Path folder;
  Revocation revocation = (certificate, issuer, now) -> new Revocation.Answer.NoInformation();

  static CertificateDraft leaf() {
    return CertificateDraft.bare(SIGNER)
        .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
        .with(
            Extension.extendedKeyUsage,
            false,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_codeSigning));
  }

  @BeforeEach
  void stores() throws IOException {
    store("ca/acme", ROOT);
    store("signingAuthority/acme", ROOT);
    store("tsa/stamps", STAMP_ROOT);
  }

  void store(String name, Made certificate) throws IOException {
    Path store = Files.createDirectories(folder.resolve("truststore/x509").resolve(name));
    Files.writeString(store.resolve("root.pem"), new Pem("CERTIFICATE", certificate.der()).text());
  }

  static PolicyStatement policy(String level, String... more) throws RefusedException {
    String verification = more.length > 0 ? more[0] : "";
    String stores = more.length > 1 ? more[1] : "\"ca:acme\"";
    String identities = more.length > 2 ? more[2] : "x509.subject: C=US, ST=WA, O=acme";
    return TrustPolicy.read(
            "policy",
            TrustPolicy.Kind.IMAGE,
            Bytes.utf8(
                """
                {"version":"1.0","trustPolicies":[{"name":"p","registryScopes":["r.test/a"],\
                "signatureVerification":{"level":"%s"%s},"trustStores":[%s],\
                "trustedIdentities":["%s"]}]}\
                """
                    .formatted(level, verification, stores, identities)))
        .forRepository("r.test/a");
  }

  static Wanted wanted(PolicyStatement policy) {
    return wanted(policy, NOW);
  }

  static Wanted wanted(PolicyStatement policy, Instant now) {
    return new Wanted(
        policy,
        new TargetArtifact(EnvelopeDraft.TYPE, EnvelopeDraft.DIGEST, 42, Map.of()),
        Map.of(),
        now);
  }

  NotationVerifier verifier() {
    return new NotationVerifier(new TrustStores(folder), new CertificatePaths(), revocation);
  }

  static Candidate jws(EnvelopeDraft draft) {
    return new Candidate("here", Envelopes.JWS, draft.jws());
  }

  static Candidate cose(EnvelopeDraft draft) {
    return new Candidate("here", Envelopes.COSE, draft.cose());
  }

  void accepted(EnvelopeDraft draft, Wanted wanted) throws RefusedException {
    for (Candidate each : List.of(jws(draft), cose(draft))) {
      Accepted accepted = verifier().one(each, wanted);
      assertThat(accepted.outcomes()).allMatch(outcome -> outcome.failure().isEmpty());
      assertThat(accepted.policy()).isEqualTo("p");
      assertThat(accepted.chain()).hasSize(draft.chain.size());
    }
  }

  void refused(FailureClass kind, EnvelopeDraft draft, Wanted wanted) {
    refused(kind, jws(draft), wanted);
    refused(kind, cose(draft), wanted);
  }

  void refused(FailureClass kind, Candidate candidate, Wanted wanted) {
    assertThatThrownBy(() -> verifier().one(candidate, wanted))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind));
  }

  static EnvelopeDraft good() {
    return new EnvelopeDraft(LEAF, BETWEEN, ROOT);
  }

  void logs(EnvelopeDraft draft, Wanted wanted, Check check) throws RefusedException {
    for (Candidate each : List.of(jws(draft), cose(draft))) {
      assertThat(verifier().one(each, wanted).outcomes())
          .filteredOn(outcome -> outcome.failure().isPresent())
          .extracting(Accepted.Outcome::check)
          .containsExactly(check);
    }
  }
}
