package dev.landwaiter.signing.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.Identity;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.VerificationKey;
import dev.landwaiter.signing.Window;
import dev.landwaiter.signing.bundle.Envelope;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LogEntry;
import dev.landwaiter.signing.bundle.SignatureFile;
import dev.landwaiter.signing.key.PublicKeys;
import dev.landwaiter.signing.testing.SignedMaterial;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Published weaknesses of other verifiers, each as a case that a verifier with it would fail.
class AdvisoriesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");
  private static final Requirements.Signer ALICE =
      new Requirements.Signer.Identities(
          List.of(new Identity("alice@example.test", "", "https://issuer.test", "", Map.of())));
  private static final String BLOB =
      "d01b2677404281f821b1fcea2abbe1106a2985d611950d4160fa2b475857b92f";

  private static Bytes bytes(String file) throws IOException {
    return Bytes.of(Files.readAllBytes(Shared.path("conformance/cosign/" + file)));
  }

  private static Requirements.Signer key(String name) throws IOException {
    return new Requirements.Signer.Key(
        PublicKeys.pem(name, bytes("keys/" + name + ".pub")), Window.OPEN);
  }

  private static Requirements asked(Requirements.Signer signer) {
    return new Requirements(
        signer,
        1,
        0,
        signer instanceof Requirements.Signer.Key ? 0 : 1,
        new Requirements.Wanted.Signature(),
        Map.of(),
        Set.of());
  }

  private static Outcome judge(String file, String artifact, Requirements requirements)
      throws IOException {
    try {
      return judge(SignatureFile.read(file, bytes(file), Set.of()), artifact, requirements);
    } catch (RefusedException e) {
      return new Outcome.Refused(file, Evidence.Form.LEGACY, e.refusal());
    }
  }

  private static Outcome judge(Evidence evidence, String artifact, Requirements requirements)
      throws IOException {
    return Verifier.verify(
        evidence,
        new Artifact.Blob(bytes(artifact)),
        requirements,
        SignedMaterial.root("root-all"),
        NOW);
  }

  private static void refused(Outcome outcome, FailureClass kind) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused) outcome).refusal().kind()).as("%s", outcome).isEqualTo(kind);
  }

  private static Evidence bundle(GoodBundle good) throws IOException {
    return good.evidence();
  }

  private static Evidence with(Evidence evidence, List<LogEntry> entries, List<Bytes> timestamps) {
    return new Evidence(
        evidence.origin(),
        evidence.form(),
        evidence.signer(),
        evidence.signed(),
        evidence.signature(),
        entries,
        timestamps,
        evidence.certificateTimestamp());
  }

  /// A key that is in the bundle must never verify the bundle.
  @ParameterizedTest
  @ValueSource(strings = {"out/tp-attacker", "bundles/attacker-certpem", "bundles/attacker-nocert"})
  void ghsaFx35KeyOfTheBundle(String name) throws Exception {
    String file = name + ".bundle";
    for (int logs = 0; logs <= 1; logs++) {
      Requirements byKey = asked(key("empty")).withLogs(logs);
      assertThat(judge(file, "files/blob.txt", byKey)).isInstanceOf(Outcome.Refused.class);
      Requirements byName = asked(ALICE).withLogs(logs);
      refused(judge(file, "files/blob.txt", byName), FailureClass.IDENTITY);
    }
  }

  /// The same material is good under the key that really made it, so it is the key that matters.
  @Test
  void ghsaFx35OwnKeyIsFine() throws Exception {
    assertThat(judge("out/old-v1.bundle", "files/blob2.txt", asked(key("empty"))))
        .isInstanceOf(Outcome.Accepted.class);
    refused(
        judge("out/old-v1.bundle", "files/blob2.txt", asked(key("second"))), FailureClass.IDENTITY);
  }

  /// A statement that cannot be read, or whose type is another, attests nothing.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not json|SUBJECT",
        "[]|SUBJECT",
        "{}|SUBJECT",
        "{\"_type\":\"https://in-toto.io/Statement/v1\"}|PREDICATE",
      })
  void ghsaW6c6UndecodablePayload(String payload, FailureClass kind) throws Exception {
    refused(attested(Envelope.IN_TOTO, Bytes.utf8(payload), "https://example.test/p"), kind);
  }

  @Test
  void ghsaW6c6WrongType() throws Exception {
    Bytes statement = statement("https://example.test/other", "{}");
    refused(
        attested(Envelope.IN_TOTO, statement, "https://example.test/p"), FailureClass.PREDICATE);
    refused(
        attested("text/plain", statement, "https://example.test/other"), FailureClass.PREDICATE);
    refused(
        attested(
            Envelope.IN_TOTO, statement("https://example.test/p", "[1]"), "https://example.test/p"),
        FailureClass.PREDICATE);
    assertThat(attested(Envelope.IN_TOTO, statement, "https://example.test/other"))
        .isInstanceOf(Outcome.Accepted.class);
  }

  /// The log entry is bound to signature, key and digest in the legacy form with a trusted root.
  @Test
  void ghsaWhqxUnboundEntryOfALegacyBundle() throws Exception {
    Evidence own = SignatureFile.read("b", bytes("out/old-v1.bundle"), Set.of());
    for (String other : List.of("out/ca-kl-old.bundle", "out/ab-old-log.bundle")) {
      Evidence foreign = SignatureFile.read("b", bytes(other), Set.of());
      Evidence mixed = with(own, foreign.entries(), List.of());
      refused(judge(mixed, "files/blob2.txt", asked(key("empty"))), FailureClass.LOG);
    }
  }

  /// The certificate of the issuer had expired when the leaf signed.
  @Test
  void ghsaWfqvExpiredIssuer() throws Exception {
    refused(
        judge("out/kl-f-expint.sigstore.json", "files/blob.txt", asked(ALICE)), FailureClass.CHAIN);
  }

  /// Without any proof of a log, and with an entry about something else.
  @ParameterizedTest
  @CsvSource({
    "bundles/keyv1-entries-none.sigstore.json,LOG",
    "bundles/keyv1-entry-other.sigstore.json,LOG",
    "bundles/keyv1-proof-none.sigstore.json,PARSE",
    "bundles/attv1-entries-none.sigstore.json,LOG",
    "out/old-nolog.bundle,LOG"
  })
  void ghsa8gw7NoProof(String file, FailureClass kind) throws Exception {
    refused(judge(file, "files/blob.txt", asked(key("empty"))), kind);
  }

  /// A good attestation of another type does not satisfy the one that is asked for.
  @Test
  void ghsaVjxvOtherTypeOfAttestation() throws Exception {
    Requirements asked = asked(key("empty")).withLogs(0);
    String file = "out/ab-slsaprovenance1.sigstore.json";
    refused(
        judge(
            file,
            "files/blob.txt",
            asked.withWanted(
                new Requirements.Wanted.Attestation(Set.of("https://cyclonedx.org/bom")))),
        FailureClass.PREDICATE);
    refused(judge(file, "files/blob.txt", asked), FailureClass.PREDICATE);
    refused(
        judge(
            "out/blob-empty.sigstore.json",
            "files/blob.txt",
            asked.withWanted(new Requirements.Wanted.Attestation(Set.of()))),
        FailureClass.PREDICATE);
  }

  /// An entry that belongs to another signature of the same key.
  @ParameterizedTest
  @ValueSource(strings = {"keyv1-entry-other", "kl-entry-other", "klv2-entry-other"})
  void ghsaCcxcEntryOfAnotherSignature(String name) throws Exception {
    Requirements.Signer signer = name.startsWith("key") ? key("empty") : ALICE;
    refused(
        judge("bundles/" + name + ".sigstore.json", "files/blob.txt", asked(signer)),
        FailureClass.LOG);
  }

  /// Entries and timestamps are bounded; subjects are in the test of statements.
  @ParameterizedTest
  @ValueSource(strings = {"keyv1-thirtythree", "kl-thirtythree", "klv2-thirtythree"})
  void ghsaCq38TooManyEntries(String name) throws Exception {
    refused(
        judge("bundles/" + name + ".sigstore.json", "files/blob.txt", asked(ALICE)),
        FailureClass.LIMIT);
  }

  @Test
  void ghsaCq38TooManyTimestamps() throws Exception {
    Evidence one = bundle(GoodBundle.KEYLESS_STAMPED);
    List<Bytes> many = new ArrayList<>();
    for (int i = 0; i < 33; i++) {
      many.add(one.timestamps().getFirst());
    }
    Requirements asked = asked(ALICE).withTimestamps(1);
    refused(judge(with(one, one.entries(), many), "files/blob.txt", asked), FailureClass.LIMIT);
  }

  /// Two proofs of one log, one authority or one certificate log count once.
  @Test
  void ghsa9vcrThresholdsCountDistinctOnes() throws Exception {
    Evidence one = bundle(GoodBundle.KEYLESS_STAMPED);
    LogEntry entry = one.entries().getFirst();
    refused(
        judge(
            with(one, List.of(entry, entry), one.timestamps()),
            "files/blob.txt",
            asked(ALICE).withLogs(2)),
        FailureClass.LOG);
    refused(judge(one, "files/blob.txt", asked(ALICE).withLogs(2)), FailureClass.LOG);
    List<Bytes> twice = List.of(one.timestamps().getFirst(), one.timestamps().getFirst());
    refused(
        judge(with(one, one.entries(), twice), "files/blob.txt", asked(ALICE).withTimestamps(2)),
        FailureClass.TIME);
    refused(judge(one, "files/blob.txt", asked(ALICE).withCertificateLogs(2)), FailureClass.SCT);
  }

  /// The period of a key counts whether time comes from a log, from a timestamp or from nowhere.
  @ParameterizedTest
  @CsvSource({"KEY,0,0", "KEY_V1,1,0", "KEY_V1_STAMPED,0,1", "ATTESTED,0,0", "ATTESTED_V1,1,0"})
  void ghsaWqqcKeyOutsideOfItsPeriod(GoodBundle good, int logs, int timestamps) throws Exception {
    VerificationKey key = PublicKeys.pem("k", bytes("keys/empty.pub"));
    Instant early = Instant.parse("2020-01-01T00:00:00Z");
    Instant late = Instant.parse("2040-01-01T00:00:00Z");
    for (Window window :
        List.of(
            new Window(Optional.of(early), Optional.of(early.plusSeconds(1))),
            new Window(Optional.of(late), Optional.empty()),
            new Window(Optional.empty(), Optional.of(early)))) {
      Requirements asked =
          asked(new Requirements.Signer.Key(key, window))
              .withLogs(logs)
              .withTimestamps(timestamps)
              .withWanted(wanted(good));
      refused(judge(good.evidence(), "files/blob.txt", asked), FailureClass.TIME);
    }
    Window open = new Window(Optional.of(early), Optional.of(late));
    Requirements asked =
        asked(new Requirements.Signer.Key(key, open))
            .withLogs(logs)
            .withTimestamps(timestamps)
            .withWanted(wanted(good));
    assertThat(judge(good.evidence(), "files/blob.txt", asked))
        .isInstanceOf(Outcome.Accepted.class);
  }

  private static Requirements.Wanted wanted(GoodBundle good) {
    return good.name().startsWith("ATTESTED")
        ? new Requirements.Wanted.Attestation(Set.of())
        : new Requirements.Wanted.Signature();
  }

  /// An empty list of certificates is an error, and one that is told.
  @ParameterizedTest
  @CsvSource({
    "kl-cert-chain-empty,PARSE",
    "klv2-cert-chain-empty,PARSE",
    "kl-cert-empty,PARSE",
    "klv2-cert-empty,PARSE"
  })
  void ghsa7c37EmptyCertificates(String name, FailureClass kind) throws Exception {
    refused(judge("bundles/" + name + ".sigstore.json", "files/blob.txt", asked(ALICE)), kind);
  }

  /// Of several entries by one key each must be about this signature; one that is not spoils all.
  @Test
  void ghsa8pmpSeveralEntriesOfOneKey() throws Exception {
    Evidence own = bundle(GoodBundle.KEY_V1);
    Evidence other = bundle(GoodBundle.KEY_V1_STAMPED);
    LogEntry mine = own.entries().getFirst();
    LogEntry foreign = other.entries().getFirst();
    for (List<LogEntry> entries :
        List.of(List.of(foreign), List.of(mine, foreign), List.of(foreign, mine))) {
      refused(
          judge(with(own, entries, List.of()), "files/blob.txt", asked(key("empty"))),
          FailureClass.LOG);
    }
  }

  /// The bytes as they came are verified and handed on, not a tidied copy.
  @Test
  void ghsa7rmhOriginalBytes() throws Exception {
    Bytes odd =
        Bytes.utf8(
            " "
                + statement("https://example.test/p", "{ \"z\" : 1.50 , \"a\":\"\\u0041\" }")
                    .toText()
                + "\n");
    Outcome outcome = attested(Envelope.IN_TOTO, odd, "https://example.test/p");
    assertThat(BitFlipTest.accepted(outcome).payload()).isEqualTo(odd);
  }

  /// A good signature and certificate with the log entry of another artifact.
  @Test
  void ghsaQ4xmEntryOfAnotherArtifact() throws Exception {
    refused(
        judge("bundles/attkl-entry-msg.sigstore.json", "files/blob.txt", asked(ALICE)),
        FailureClass.LOG);
    refused(
        judge("out/kl-f-swapped.sigstore.json", "files/blob.txt", asked(ALICE)), FailureClass.LOG);
  }

  private static Bytes statement(String type, String predicate) {
    return Bytes.utf8(
        "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[{\"digest\":{\"sha256\":\""
            + BLOB
            + "\"}}],\"predicateType\":\""
            + type
            + "\",\"predicate\":"
            + predicate
            + "}");
  }

  /// Signs a payload with a new key and judges it under that key.
  private static Outcome attested(String payloadType, Bytes payload, String type) throws Exception {
    KeyPair keys = keys();
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(Envelope.preAuthentication(payloadType, payload).toArray());
    Bytes sig = Bytes.of(signature.sign());
    var envelope = new Envelope(payload, payloadType, List.of(new Envelope.Signature(sig, "")));
    var evidence =
        new Evidence(
            "made",
            Evidence.Form.BUNDLE_0_3,
            new Evidence.Signer.Key(""),
            new Evidence.Signed.Dsse(envelope, Bytes.EMPTY),
            sig,
            List.of(),
            List.of(),
            Optional.empty());
    VerificationKey key = PublicKeys.spki("made", Bytes.of(keys.getPublic().getEncoded()));
    return Verifier.verify(
        evidence,
        new Artifact.Blob(bytes("files/blob.txt")),
        asked(new Requirements.Signer.Key(key, Window.OPEN))
            .withLogs(0)
            .withWanted(new Requirements.Wanted.Attestation(Set.of(type))),
        TrustedRoot.NOTHING,
        NOW);
  }

  private static KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }
}
