package dev.landwaiter.signing.notation.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.HashAlgorithm;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.certificate.CertificatePaths;
import dev.landwaiter.signing.encoding.Pem;
import dev.landwaiter.signing.notation.envelope.Envelopes;
import dev.landwaiter.signing.notation.policy.PolicyStatement;
import dev.landwaiter.signing.notation.policy.TrustPolicy;
import dev.landwaiter.signing.notation.policy.TrustStores;
import dev.landwaiter.signing.store.SignatureStore;
import dev.landwaiter.signing.store.StoreOptions;
import dev.landwaiter.signing.store.Subject;
import dev.landwaiter.signing.store.place.Stores;
import dev.landwaiter.signing.testing.CertificateDraft;
import dev.landwaiter.signing.testing.CertificateDraft.Made;
import dev.landwaiter.signing.testing.EnvelopeDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageSignaturesTest {
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final Made SIGNER =
      CertificateDraft.bare("C=US,ST=WA,O=acme")
          .with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
          .key(CertificateDraft.keys("P-384"))
          .selfSigned();

  @TempDir Path folder;
  private final List<String> entries = new ArrayList<>();
  private String image = "";

  @BeforeEach
  void made() throws IOException {
    Path store = Files.createDirectories(folder.resolve("config/truststore/x509/ca/acme"));
    Files.writeString(store.resolve("a.pem"), new Pem("CERTIFICATE", SIGNER.der()).text());
    image = manifest("{}", "application/vnd.oci.image.config.v1+json", "", "", List.of());
  }

  private String blob(String content) throws IOException {
    Bytes bytes = Bytes.utf8(content);
    String digest = bytes.sha256().toHex();
    Files.writeString(
        Files.createDirectories(folder.resolve("layout/blobs/sha256")).resolve(digest), content);
    return "\"digest\":\"sha256:%s\",\"size\":%d".formatted(digest, bytes.size());
  }

  /// Puts a manifest and returns what points at it.
  private String manifest(
      String config, String configType, String artifactType, String subject, List<String> layers)
      throws IOException {
    String text =
        """
        {"schemaVersion":2,"mediaType":"%s"%s,"config":{"mediaType":"%s",%s},"layers":[%s]%s}\
        """
            .formatted(
                MANIFEST,
                artifactType.isEmpty() ? "" : ",\"artifactType\":\"" + artifactType + "\"",
                configType,
                blob(config),
                String.join(",", layers),
                subject.isEmpty() ? "" : ",\"subject\":" + subject);
    String entry = "{\"mediaType\":\"%s\",%s}".formatted(MANIFEST, blob(text));
    entries.add(entry);
    return entry;
  }

  private void signature(String artifactType, String subject, String type, String envelope)
      throws IOException {
    manifest(
        "{}",
        artifactType.isEmpty()
            ? ImageSignatures.ARTIFACT_TYPE
            : "application/vnd.oci.empty.v1+json",
        artifactType,
        subject,
        List.of("{\"mediaType\":\"%s\",%s}".formatted(type, blob(envelope))));
  }

  private EnvelopeDraft draft() {
    EnvelopeDraft draft = new EnvelopeDraft(SIGNER);
    draft.payload = "{\"targetArtifact\":" + image + "}";
    return draft;
  }

  private static PolicyStatement policy() throws RefusedException {
    return TrustPolicy.read(
            "policy",
            TrustPolicy.Kind.IMAGE,
            Bytes.utf8(
                """
                {"version":"1.0","trustPolicies":[{"name":"p","registryScopes":["*"],\
                "signatureVerification":{"level":"strict"},"trustStores":["ca:acme"],\
                "trustedIdentities":["*"]}]}\
                """))
        .forRepository("r.test/a");
  }

  private NotationVerifier verifier() {
    return new NotationVerifier(
        new TrustStores(folder.resolve("config")),
        new CertificatePaths(),
        (certificate, issuer, now) -> new Revocation.Answer.NoInformation());
  }

  private NotationVerifier.Result verify(int most) throws IOException {
    Path layout = folder.resolve("layout");
    Files.writeString(layout.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
    Files.writeString(
        layout.resolve("index.json"),
        "{\"schemaVersion\":2,\"manifests\":[" + String.join(",", entries) + "]}");
    try (SignatureStore store = Stores.layout(layout, StoreOptions.STANDARD)) {
      int at = image.indexOf("sha256:");
      Subject subject = store.resolve(image.substring(at, at + 71));
      return new ImageSignatures(verifier(), store, most)
          .verify(subject, policy(), Map.of(), CertificateDraft.NOW);
    }
  }

  private void refused(FailureClass kind, int most) {
    assertThatThrownBy(() -> verify(most))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).as(e.getMessage()).isEqualTo(kind));
  }

  @Test
  void signaturesOfBothShapesAreFound() throws IOException {
    refused(FailureClass.NOT_FOUND, 100);
    signature("", image, Envelopes.JWS, draft().jws().toText());
    assertThat(verify(100)).isInstanceOf(NotationVerifier.Result.Verified.class);
    entries.removeLast();
    signature(ImageSignatures.ARTIFACT_TYPE, image, Envelopes.JWS, draft().jws().toText());
    assertThat(verify(100)).isInstanceOf(NotationVerifier.Result.Verified.class);
  }

  @Test
  void whatIsNoSignatureOfTheImageDoesNotCount() throws IOException {
    String good = draft().jws().toText();
    signature("application/vnd.example", image, Envelopes.JWS, good);
    String other = manifest("{\"a\":1}", "application/x", "", "", List.of());
    signature(ImageSignatures.ARTIFACT_TYPE, other, Envelopes.JWS, good);
    signature(ImageSignatures.ARTIFACT_TYPE, "", Envelopes.JWS, good);
    refused(FailureClass.NOT_FOUND, 100);
    EnvelopeDraft wrong = draft();
    wrong.payload = wrong.payload.replace("\"size\":", "\"size\":1");
    signature(ImageSignatures.ARTIFACT_TYPE, image, Envelopes.JWS, wrong.jws().toText());
    refused(FailureClass.SUBJECT, 100);
  }

  /// GHSA-9m3v-v4r5-ppx7, GHSA-rvrx-rrwh-r9p6: lists of signatures end.
  @Test
  void noMoreThanSomeAreTried() throws IOException {
    for (int i = 0; i < 3; i++) {
      signature(ImageSignatures.ARTIFACT_TYPE, image, Envelopes.JWS, "{\"a\":" + i + "}");
    }
    refused(FailureClass.PARSE, 3);
    refused(FailureClass.LIMIT, 2);
    signature(ImageSignatures.ARTIFACT_TYPE, image, Envelopes.JWS, draft().jws().toText());
    assertThat(verify(4)).isInstanceOf(NotationVerifier.Result.Verified.class);
  }

  @Test
  void whatCannotBeHadIsNotNothing() throws IOException {
    signature(ImageSignatures.ARTIFACT_TYPE, image, Envelopes.JWS, "{\"gone\":1}");
    Files.delete(
        folder.resolve("layout/blobs/sha256").resolve(Bytes.utf8("{\"gone\":1}").sha256().toHex()));
    assertThatThrownBy(() -> verify(100))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.kind()).isNotEqualTo(FailureClass.PARSE))
        .hasMessageContaining("sha256:");
    signature(ImageSignatures.ARTIFACT_TYPE, image, Envelopes.JWS, draft().jws().toText());
    assertThat(verify(100)).isInstanceOf(NotationVerifier.Result.Verified.class);
  }

  @Test
  void files() throws RefusedException {
    Bytes file = Bytes.utf8("content");
    EnvelopeDraft draft = draft();
    draft.payload =
        "{\"targetArtifact\":{\"mediaType\":\"text/plain\",\"digest\":\"sha384:%s\",\"size\":7}}"
            .formatted(file.hash(HashAlgorithm.SHA2_384).toHex());
    for (Bytes envelope : List.of(draft.jws(), draft.cose())) {
      var candidate = new Candidate("a.sig", BlobSignatures.mediaType("a.sig", envelope), envelope);
      BlobSignatures blobs = new BlobSignatures(verifier());
      for (String type : List.of("", "text/plain")) {
        assertThat(blobs.verify(candidate, file, type, policy(), Map.of(), CertificateDraft.NOW))
            .isInstanceOf(NotationVerifier.Result.Verified.class);
      }
      for (List<String> each :
          List.of(List.of("content", "text/html"), List.of("contents", ""), List.of("", ""))) {
        assertThatThrownBy(() ->
                blobs.verify(
                    candidate,
                    Bytes.utf8(each.getFirst()),
                    each.getLast(),
                    policy(),
                    Map.of(),
                    CertificateDraft.NOW))
            .isInstanceOfSatisfying(
                RefusedException.class, e -> assertThat(e.kind()).isEqualTo(FailureClass.SUBJECT));
      }
    }
    assertThat(BlobSignatures.mediaType("a.cose.sig", Bytes.utf8("{"))).isEqualTo(Envelopes.COSE);
  }
}
