package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.testing.MemoryRegistry;
import dev.landwaiter.testing.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signatures of the Notary Project, from the command line: of images in a registry and of files.
class NotationVerifyTest {
  private static final String PASSWORD = "changeit";
  private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
  private static final String EMPTY =
      "{\"mediaType\":\"application/vnd.oci.empty.v1+json\",\"size\":2,\"digest\":\""
          + "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\"}";

  private static final Signer SIGNER = signer();

  @TempDir Path home;

  /// Who signs.
  ///
  /// @param certificate in Base64
  private record Signer(String certificate, PrivateKey key) {}

  private static Signer signer() {
    try {
      Path keys = Files.createTempDirectory("signer");
      Path store = keys.resolve("signer.p12");
      Programs.run(
          keys,
          Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
          "-genkeypair",
          "-alias",
          "signer",
          "-keyalg",
          "EC",
          "-groupname",
          "secp256r1",
          "-sigalg",
          "SHA256withECDSA",
          "-dname",
          "CN=release,O=acme,ST=WA,C=US",
          "-startdate",
          "2025/01/01 00:00:00",
          "-validity",
          "3650",
          "-ext",
          "KU:critical=digitalSignature",
          "-ext",
          "EKU=codeSigning",
          "-keystore",
          store.toString(),
          "-storetype",
          "PKCS12",
          "-storepass",
          PASSWORD);
      KeyStore opened = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        opened.load(in, PASSWORD.toCharArray());
      }
      try (Stream<Path> files = Files.list(keys)) {
        for (Path each : files.toList()) {
          Files.delete(each);
        }
      }
      Files.delete(keys);
      return new Signer(
          Base64.getEncoder().encodeToString(opened.getCertificate("signer").getEncoded()),
          (PrivateKey) opened.getKey("signer", PASSWORD.toCharArray()));
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void trust() throws IOException {
    Path store = Files.createDirectories(home.resolve("config/truststore/x509/ca/acme"));
    Files.writeString(
        store.resolve("a.pem"),
        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
            .formatted(SIGNER.certificate()));
    policy("C=US, ST=WA, O=acme", "strict");
  }

  private void policy(String identity, String level) throws IOException {
    String rest =
        level.equals("skip")
            ? ""
            : ",\"trustStores\":[\"ca:acme\"],\"trustedIdentities\":[\"x509.subject: %s\"]"
                .formatted(identity);
    String statement =
        "{\"version\":\"1.0\",\"trustPolicies\":[{\"name\":\"p\",%s"
            + "\"signatureVerification\":{\"level\":\""
            + level
            + "\"}"
            + rest
            + "}]}";
    String scope = level.equals("skip") ? "HOST/app" : "*";
    Files.writeString(
        home.resolve("config/trustpolicy.json"),
        statement.formatted("\"registryScopes\":[\"" + scope + "\"],"));
    Files.writeString(
        home.resolve("config/trustpolicy.blob.json"),
        statement.formatted("\"globalPolicy\":true,"));
  }

  /// A signature in JSON that names an artifact.
  private static String envelope(String type, byte[] content, String annotations) throws Exception {
    String payload =
        "{\"targetArtifact\":{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d%s}}"
            .formatted(type, Digest.sha256(content), content.length, annotations);
    String head =
        """
        {"alg":"ES256","crit":["io.cncf.notary.signingScheme"],\
        "cty":"application/vnd.cncf.notary.payload.v1+json",\
        "io.cncf.notary.signingScheme":"notary.x509",\
        "io.cncf.notary.signingTime":"2026-11-20T12:00:00Z"}\
        """;
    String signed = url(head) + "." + url(payload);
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(SIGNER.key());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return """
    {"payload":"%s","protected":"%s","header":{"x5c":["%s"]},"signature":"%s"}\
    """
        .formatted(
            url(payload),
            url(head),
            SIGNER.certificate(),
            Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign()));
  }

  private static String url(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] image() {
    return "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":%s,\"layers\":[]}"
        .formatted(MANIFEST, EMPTY)
        .getBytes(StandardCharsets.UTF_8);
  }

  /// A repository `app` with an image and, where it is not empty, a signature.
  private static void fill(MemoryRegistry registry, String envelope) {
    byte[] image = image();
    registry.blob("app", "{}".getBytes(StandardCharsets.UTF_8));
    registry.manifest("app", "v1", MANIFEST, image);
    if (!envelope.isEmpty()) {
      byte[] blob = envelope.getBytes(StandardCharsets.UTF_8);
      registry.blob("app", blob);
      registry.manifest(
          "app",
          "",
          MANIFEST,
          """
          {"schemaVersion":2,"mediaType":"%s",\
          "artifactType":"application/vnd.cncf.notary.signature","config":%s,\
          "layers":[{"mediaType":"application/jose+json","digest":"%s","size":%d}],\
          "subject":{"mediaType":"%s","digest":"%s","size":%d}}\
          """
              .formatted(
                  MANIFEST,
                  EMPTY,
                  Digest.sha256(blob),
                  blob.length,
                  MANIFEST,
                  Digest.sha256(image),
                  image.length)
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  private Ran verify(MemoryRegistry registry, String... flags) {
    List<String> words =
        new ArrayList<>(List.of("verify", "--notation", "--trust-store", "config"));
    words.addAll(List.of(flags));
    words.add(registry.host() + "/app:v1");
    return Ran.in(home, Map.of("HOME", home.toString()), words);
  }

  @Test
  void anImageIsVerifiedByPolicyAndStore() throws Exception {
    try (var registry = MemoryRegistry.start()) {
      fill(registry, envelope(MANIFEST, image(), ",\"annotations\":{\"build\":\"7\"}"));
      Ran ran = verify(registry, "--user-metadata", "build=7");
      assertThat(ran.exit()).as(ran.stdout() + ran.stderr()).isZero();
      assertThat(ran.stdout())
          .contains(": verified", "trust store ca:acme", "build=7", "the statement 'p'");
      Ran data = verify(registry, "-o", "json");
      assertThat(data.stdout()).contains("\"verified\": true", "\"check\": \"revocation\"");
      assertThat(verify(registry, "--user-metadata", "build=8").exit()).isEqualTo(1);
    }
  }

  @Test
  void whoIsNotTrustedIsRefused() throws Exception {
    policy("C=US, ST=WA, O=other", "strict");
    try (var registry = MemoryRegistry.start()) {
      fill(registry, envelope(MANIFEST, image(), ""));
      Ran ran = verify(registry);
      assertThat(ran.exit()).as(ran.stdout() + ran.stderr()).isEqualTo(1);
      assertThat(ran.stdout()).contains("NOT VERIFIED", "[identity]");
    }
  }

  /// GHSA-xhg5-42rf-296r: a good signature about something else says nothing about the image.
  @Test
  void aSignatureOfAnotherArtifactIsRefused() throws Exception {
    try (var registry = MemoryRegistry.start()) {
      fill(registry, envelope(MANIFEST, new byte[] {1}, ""));
      Ran ran = verify(registry);
      assertThat(ran.exit()).isEqualTo(1);
      assertThat(ran.stdout()).contains("[subject]");
    }
  }

  @Test
  void anImageWithoutSignatureIsRefused() throws Exception {
    try (var registry = MemoryRegistry.start()) {
      fill(registry, "");
      Ran ran = verify(registry);
      assertThat(ran.exit()).isEqualTo(1);
      assertThat(ran.stdout()).contains("[not-found]");
    }
  }

  @Test
  void aPolicyThatSkipsIsToldAndVerifiesNothing() throws Exception {
    try (var registry = MemoryRegistry.start()) {
      fill(registry, "");
      policy("", "skip");
      Path file = home.resolve("config/trustpolicy.json");
      Files.writeString(file, Files.readString(file).replace("HOST", registry.host()));
      Ran ran = verify(registry);
      assertThat(ran.exit()).as(ran.stdout() + ran.stderr()).isZero();
      assertThat(ran.stdout()).contains("NOT VERIFIED, as the policy wants it", "level skip");
      assertThat(verify(registry, "-o", "json").stdout())
          .contains("\"verified\": false", "\"skipped\": \"p\"");
    }
  }

  @ParameterizedTest
  @CsvSource({"text/plain, '', 0", "text/plain, text/plain, 0", "text/plain, text/html, 1"})
  void aFileIsVerified(String signed, String asked, int exit) throws Exception {
    byte[] content = "content".getBytes(StandardCharsets.UTF_8);
    Files.write(home.resolve("file"), content);
    Files.writeString(home.resolve("file.jws.sig"), envelope(signed, content, ""));
    List<String> words =
        new ArrayList<>(
            List.of(
                "verify-blob",
                "--notation",
                "--trust-store",
                "config/truststore",
                "--signature",
                "file.jws.sig"));
    if (!asked.isEmpty()) {
      words.addAll(List.of("--media-type", asked));
    }
    words.add("file");
    Ran ran = Ran.in(home, Map.of(), words);
    assertThat(ran.exit()).as(ran.stdout() + ran.stderr()).isEqualTo(exit);
    Files.writeString(home.resolve("file"), "contenT");
    assertThat(Ran.in(home, Map.of(), words).exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "verify --notation --key k a, 64, exclude each other",
    "verify --notation --trusted-root r a, 64, exclude each other",
    "verify --notation --policy-file p a, 64, exclude each other",
    "verify --trust-policy p a, 64, wants --notation",
    "verify --notation --trust-store nothing a, 1, --trust-policy",
    "verify --notation --trust-store config --user-metadata x a, 64, KEY=VALUE",
    "verify --notation --trust-store config --max-signatures 0 a, 64, from 1 to",
    "verify --notation --trust-store config --offline a, 64, --offline",
    "verify-blob --notation --bundle b f, 64, exclude each other",
    "verify-blob --notation f, 64, --signature",
    "verify-blob --policy-name p f, 64, wants --notation"
  })
  void wrongCommandLinesSayWhatIsWrong(String line, int exit, String told) {
    Ran ran = Ran.in(home, Map.of("HOME", "home"), List.of(line.split(" ", -1)));
    assertThat(ran.stderr()).contains(told);
    assertThat(ran.exit()).isEqualTo(exit);
  }
}
