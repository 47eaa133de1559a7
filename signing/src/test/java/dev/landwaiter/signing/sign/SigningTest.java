package dev.landwaiter.signing.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.Waiting;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.PublicKeyDetails;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.SigningKey;
import dev.landwaiter.signing.bundle.BundleReader;
import dev.landwaiter.signing.bundle.BundleWriter;
import dev.landwaiter.signing.bundle.Evidence;
import dev.landwaiter.signing.bundle.LegacyLayer;
import dev.landwaiter.signing.bundle.LegacyWriter;
import dev.landwaiter.signing.key.LocalKey;
import dev.landwaiter.signing.key.PasswordSource;
import dev.landwaiter.signing.key.PrivateKeyFile;
import dev.landwaiter.signing.service.OpenWeb;
import dev.landwaiter.signing.service.client.Fulcio;
import dev.landwaiter.signing.service.token.IdentityToken;
import dev.landwaiter.signing.simple.SimplePayload;
import dev.landwaiter.signing.trust.SigningConfig;
import dev.landwaiter.signing.trust.TrustedRoot;
import dev.landwaiter.signing.trust.file.SigningConfigReader;
import dev.landwaiter.signing.trust.file.TrustedRootReader;
import dev.landwaiter.testing.Shared;
import dev.landwaiter.testing.sigstore.MemorySigstore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Content FILE = new Content.File(Bytes.utf8("a file"));
  private static final Content STATEMENT =
      new Content.Statement(
          Bytes.utf8(
              ("{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[{\"digest\":"
                      + "{\"sha256\":\"%s\"}}],\"predicateType\":\"https://a.test/b\","
                      + "\"predicate\":{}}")
                  .formatted("00".repeat(32))));
  private static final Content PAYLOAD =
      new Content.Payload(
          SimplePayload.write("registry.test/app", "sha256:" + "00".repeat(32), Map.of()));

  private MemorySigstore sigstore;
  private OpenWeb web;

  @BeforeEach
  void start() throws IOException {
    sigstore =
        MemorySigstore.start(Shared.path("conformance/cosign/trust"), InstantSource.fixed(NOW));
    Clock clock = Clock.systemUTC();
    var waiting =
        new Waiting(
            clock,
            pause -> {},
            RANDOM,
            clock.instant().plusSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));
    web = OpenWeb.of(Optional.empty(), HttpClient.Builder.NO_PROXY, waiting);
  }

  @AfterEach
  void stop() {
    web.close();
    sigstore.close();
  }

  private static Bytes read(String name) throws IOException {
    Path file = Shared.path("conformance/cosign/" + name);
    return Bytes.of(Files.readAllBytes(file));
  }

  private static SigningKey key(String name) throws IOException {
    return PrivateKeyFile.read(
        name,
        read("keys/" + name + ".key"),
        new PasswordSource() {
          @Override
          public byte[] existing(String what) {
            return new byte[0];
          }

          @Override
          public byte[] chosen(String what) {
            return new byte[0];
          }
        });
  }

  private SigningServices services(String config) throws IOException {
    String text = read("trust/" + config + ".json").toText();
    SigningConfig read =
        SigningConfigReader.read(
            config, Bytes.utf8(text.replace("127.0.0.1:5514", sigstore.host())));
    return SigningServices.of(read, NOW, web, web, RANDOM);
  }

  private Signatory identified(String fulcio) throws IOException {
    return new Signatory.Identified(
        LocalKey.generate(RANDOM),
        IdentityToken.parse(read("files/tokens/github.jwt").toText()),
        new Fulcio(web, URI.create(sigstore.address() + fulcio)));
  }

  private static Evidence check(Signing signing, Content content) throws IOException {
    Evidence evidence = signing.sign(content);
    TrustedRoot root = TrustedRootReader.read("root", read("trust/root-all.json"));
    new SelfCheck(root, NOW).require(evidence, content, signing);
    return evidence;
  }

  @ParameterizedTest
  @CsvSource({
    "empty, sc-none",
    "empty, sc-v1",
    "empty, sc-tsa",
    "empty, sc-v1-tsa",
    "empty, sc-v2",
    "empty, sc-v2-tsa",
    "empty, sc-both",
    "imp-rsa2048-pkcs1, sc-v1",
    "imp-rsa2048-pkcs1, sc-v2-tsa",
    "imp-p384-sec1, sc-none",
    "imp-p384-sec1, sc-v1",
    "imp-p384-sec1, sc-v2-tsa",
    "imp-p521-pkcs8, sc-v1",
    "imp-p521-pkcs8, sc-v2-tsa",
    "imp-ed25519-pkcs8, sc-none",
    "imp-ed25519-pkcs8, sc-v1",
    "imp-ed25519-pkcs8, sc-v2-tsa"
  })
  void whatAKeySignsVerifies(String key, String config) throws IOException {
    var signatory = new Signatory.KeyHolder(key(key));
    var signing = new Signing(signatory, services(config), Evidence.Form.BUNDLE_0_3);
    for (Content content : new Content[] {FILE, STATEMENT}) {
      Evidence evidence = check(signing, content);
      Bytes bundle = BundleWriter.write(evidence);
      assertThat(BundleWriter.write(BundleReader.read("bundle", bundle))).isEqualTo(bundle);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "empty, sc-none",
    "empty, sc-v1-tsa",
    "imp-p384-sec1, sc-none",
    "imp-ed25519-pkcs8, sc-none"
  })
  void olderFormsVerify(String key, String config) throws IOException {
    var signatory = new Signatory.KeyHolder(key(key));
    var signing = new Signing(signatory, services(config), Evidence.Form.LEGACY);
    for (Content content : new Content[] {PAYLOAD, STATEMENT}) {
      Evidence evidence = check(signing, content);
      Map<String, String> annotations = LegacyWriter.annotations(evidence);
      Evidence again =
          switch (evidence.signed()) {
            case Evidence.Signed.Dsse dsse ->
                LegacyLayer.attestation("layer", annotations, dsse.text());
            case Evidence.Signed.Payload payload ->
                LegacyLayer.signature("layer", annotations, payload.payload());
            case Evidence.Signed.Artifact artifact -> throw new AssertionError("no layer");
          };
      assertThat(again.signature()).isEqualTo(evidence.signature());
      assertThat(again.timestamps()).isEqualTo(evidence.timestamps());
      assertThat(again.entries()).hasSameSizeAs(evidence.entries());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sc-full", "sc-full-tsa", "sc-full-v2-tsa", "sc-full-onlytsa", "sc-full-nolog"})
  void whatAnIdentitySignsVerifies(String config) throws IOException {
    var signing = new Signing(identified("/fulcio"), services(config), Evidence.Form.BUNDLE_0_3);
    for (Content content : new Content[] {FILE, STATEMENT}) {
      Evidence evidence = check(signing, content);
      assertThat(evidence.signer())
          .isInstanceOfSatisfying(
              Evidence.Signer.Certificate.class,
              certificate -> assertThat(certificate.intermediates()).isEmpty());
    }
  }

  @Test
  void anOwnCertificateIsWrittenWithWhatIsAboveIt() throws IOException {
    Bytes leaf = Bytes.utf8("leaf");
    Bytes above = Bytes.utf8("above");
    var signatory = new Signatory.CertificateHolder(key("empty"), leaf, List.of(above));
    Evidence evidence =
        new Signing(signatory, SigningServices.NONE, Evidence.Form.BUNDLE_0_3).sign(FILE);
    assertThat(evidence.signer()).isEqualTo(new Evidence.Signer.Certificate(leaf, List.of(above)));
  }

  @Test
  void aLogWithoutTimeNeedsATimestamp() throws IOException {
    var signing =
        new Signing(identified("/fulcio"), services("sc-full-v2"), Evidence.Form.BUNDLE_0_3);
    refused(signing, FailureClass.USAGE, "add a timestamp authority");
    assertThat(sigstore.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "set-bad, LOG",
    "noproof, LOG",
    "shortproof, LOG",
    "longproof, LOG",
    "otherlog, LOG",
    "swapped, LOG",
    "time-old, TIME",
    "time-future, TIME",
    "v2-shortproof, LOG",
    "v2-badindex, LOG",
    "v2-otherlog, LOG",
    "v2-badorigin, LOG",
    "tsa-other, TIME",
    "tsa-badimprint, TIME",
    "tsa-old, TIME",
    "tsa-future, TIME"
  })
  void faultsOfServicesAreFoundBeforeAnythingIsStored(String fault, FailureClass kind)
      throws IOException {
    var signing =
        new Signing(identified("/fulcio"), services("faulty/" + fault), Evidence.Form.BUNDLE_0_3);
    refused(signing, kind, "");
  }

  @ParameterizedTest
  @CsvSource({
    "otherca, CHAIN",
    "expint, CHAIN",
    "wrongeku, CHAIN",
    "isca, CHAIN",
    "expired, TIME",
    "future, TIME",
    "noiss, IDENTITY",
    "nosan, IDENTITY",
    "issdiff, IDENTITY",
    "deny, TRANSPORT"
  })
  void faultsOfTheAuthorityAreFound(String fault, FailureClass kind) throws IOException {
    var signing =
        new Signing(identified("/fulcio-" + fault), services("sc-full"), Evidence.Form.BUNDLE_0_3);
    refused(signing, kind, "");
  }

  private static void refused(Signing signing, FailureClass kind, String message) {
    assertThatThrownBy(() -> check(signing, FILE))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.kind()).isEqualTo(kind))
        .hasMessageContaining(message);
  }

  @Test
  void ed25519SignsTheHashOnlyWhereALogSeesNoMore() throws IOException {
    SigningServices none = services("sc-none");
    SigningServices first = services("sc-v1");
    SigningServices tiles = services("sc-v2");
    PublicKeyDetails plain = PublicKeyDetails.PKIX_ED25519;
    PublicKeyDetails hashed = PublicKeyDetails.PKIX_ED25519_PH;
    assertThat(Algorithm.of(plain, FILE, none)).isEqualTo(plain);
    assertThat(Algorithm.of(plain, STATEMENT, none)).isEqualTo(plain);
    assertThat(Algorithm.of(plain, STATEMENT, first)).isEqualTo(plain);
    assertThat(Algorithm.of(plain, FILE, first)).isEqualTo(hashed);
    assertThat(Algorithm.of(plain, PAYLOAD, first)).isEqualTo(hashed);
    assertThat(Algorithm.of(plain, STATEMENT, tiles)).isEqualTo(hashed);
    assertThat(Set.of(PublicKeyDetails.PKIX_ECDSA_P384_SHA_384))
        .contains(Algorithm.of(PublicKeyDetails.PKIX_ECDSA_P384_SHA_384, FILE, first));
  }
}
