package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.cli.world.World;
import dev.landwaiter.testing.MemoryRegistry;
import dev.landwaiter.testing.Shared;
import dev.landwaiter.testing.sigstore.MemorySigstore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands that sign, against a registry and services in this process.
class SigningCommandsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final String MANIFEST =
      "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\","
          + "\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\",\"size\":2,"
          + "\"digest\":\"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\"},"
          + "\"layers\":[]}";

  @TempDir Path folder;
  private MemoryRegistry registry;
  private MemorySigstore sigstore;
  private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  private record Run(int exit, String stdout, String stderr) {}

  @BeforeEach
  void start() throws IOException {
    Path recorded = Shared.path("conformance/cosign");
    registry = MemoryRegistry.start();
    registry.blob("app", "{}".getBytes(StandardCharsets.UTF_8));
    registry.manifest(
        "app",
        "v1",
        "application/vnd.oci.image.manifest.v1+json",
        MANIFEST.getBytes(StandardCharsets.UTF_8));
    sigstore = MemorySigstore.start(recorded.resolve("trust"), () -> clock.instant());
    for (String name :
        List.of("sc-none", "sc-v1", "sc-full", "sc-full-nolog", "sc-full-v2-tsa", "root-all")) {
      String text = Files.readString(recorded.resolve("trust/" + name + ".json"));
      Files.writeString(
          folder.resolve(name + ".json"), text.replace("127.0.0.1:5514", sigstore.host()));
    }
    for (String name : List.of("keys/empty.key", "keys/empty.pub", "files/tokens/email.jwt")) {
      Path file = recorded.resolve(name);
      Files.copy(file, folder.resolve(file.getFileName().toString()));
    }
    Files.writeString(folder.resolve("blob.txt"), "a file");
  }

  @AfterEach
  void stop() {
    registry.close();
    sigstore.close();
  }

  private Run run(String stdin, String... words) throws IOException {
    var stdout = new ByteArrayOutputStream();
    var stderr = new ByteArrayOutputStream();
    var world =
        new World(
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
            stdout,
            new PrintStream(stderr, true, StandardCharsets.UTF_8),
            Map.of(
                "COSIGN_PASSWORD",
                "",
                "HOME",
                folder.toString(),
                "HTTPS_PROXY",
                "http://127.0.0.1:1"),
            folder,
            clock,
            new SplittableRandom(1),
            World.Terminal.NONE,
            1L << 30,
            SecureRandom::new);
    int exit = Personas.run(world, List.of(words));
    return new Run(
        exit, stdout.toString(StandardCharsets.UTF_8), stderr.toString(StandardCharsets.UTF_8));
  }

  private Run cosign(String line) throws IOException {
    return run("", Stream.of(("cosign " + line).split(" ", -1)).toArray(String[]::new));
  }

  private static void good(Run run) {
    assertThat(run.exit()).as(run.stderr()).isZero();
  }

  @Test
  void aSignatureIsForItsOwnerAloneAndVerifies() throws IOException {
    good(
        cosign("sign-blob --key empty.key --signing-config sc-none.json --bundle b.json blob.txt"));
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("b.json"))))
        .isEqualTo("rw-------");
    good(cosign("verify-blob --key empty.pub --insecure-ignore-tlog --bundle b.json blob.txt"));
    Files.writeString(folder.resolve("blob.txt"), "another file");
    assertThat(
            cosign("verify-blob --key empty.pub --insecure-ignore-tlog --bundle b.json blob.txt")
                .exit())
        .isNotZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ecdsa-sha2-256-nistp256",
        "ecdsa-sha2-384-nistp384",
        "ecdsa-sha2-512-nistp521",
        "rsa-sign-pkcs1-2048-sha256"
      })
  void anIdentitySignsWithAnyKindOfKey(String algorithm) throws IOException {
    good(
        cosign(
            "sign-blob --identity-token email.jwt --signing-config sc-full-v2-tsa.json"
                + " --trusted-root root-all.json --bundle b.json blob.txt --signing-algorithm "
                + algorithm));
    good(
        cosign(
            "verify-blob --trusted-root root-all.json --certificate-identity alice@example.test"
                + " --certificate-oidc-issuer https://issuer.test --bundle b.json blob.txt"));
  }

  @Test
  void aKeyMayGetACertificate() throws IOException {
    good(
        cosign(
            "sign-blob --key empty.key --issue-certificate --identity-token email.jwt"
                + " --signing-config sc-full.json --trusted-root root-all.json --bundle b.json"
                + " blob.txt"));
    assertThat(Files.readString(folder.resolve("b.json"))).contains("\"certificate\":");
  }

  /// A certificate is younger than the run that asked for it.
  @Test
  void timePassesWhileSigning() throws IOException {
    var steps = new AtomicInteger();
    clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return NOW.plusSeconds(steps.incrementAndGet());
          }
        };
    good(
        cosign(
            "sign-blob --identity-token email.jwt --signing-config sc-full-nolog.json"
                + " --trusted-root root-all.json --bundle b.json blob.txt"));
  }

  @Test
  void theSameSignatureAgainAddsNothing() throws IOException {
    String line =
        "sign --key empty.key --new-bundle-format=false --use-signing-config=false"
            + " --tlog-upload=false "
            + registry.host()
            + "/app:v1";
    good(cosign(line));
    Run again = cosign(line);
    good(again);
    assertThat(again.stderr()).contains("already");
    String tag =
        registry.tags("app").entrySet().stream()
            .filter(each -> each.getKey().endsWith(".sig"))
            .findFirst()
            .orElseThrow()
            .getValue();
    String image = new String(registry.read("app", tag), StandardCharsets.UTF_8);
    assertThat(image.split("simplesigning", -1)).hasSize(2);
    good(cosign(line + " -a one=1"));
    good(
        cosign(
            "verify --key empty.pub --insecure-ignore-tlog -a one=1 "
                + registry.host()
                + "/app:v1"));
  }

  @Test
  void anEntryInALogWantsConsent() throws IOException {
    String[] words = {
      "cosign",
      "sign-blob",
      "--key",
      "empty.key",
      "--use-signing-config=false",
      "--rekor-url",
      sigstore.address() + "/rekor",
      "--bundle",
      "b.json",
      "blob.txt"
    };
    for (String answer : List.of("", "n\n", "perhaps\n")) {
      Run run = run(answer, words);
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.stderr()).contains("nobody agreed");
    }
    assertThat(sigstore.requests()).isEmpty();
    good(run("y\n", words));
    assertThat(sigstore.requests()).contains("POST /rekor/api/v1/log/entries");
  }

  @Test
  void anAttestationIsAttached() throws IOException {
    Files.writeString(folder.resolve("predicate.json"), "{\"a\":1}");
    String image = registry.host() + "/app:v1";
    good(
        cosign(
            "attest --key empty.key --signing-config sc-v1.json --trusted-root root-all.json"
                + " --predicate predicate.json --type https://a.test/b "
                + image));
    Run verified =
        cosign(
            "verify-attestation --key empty.pub --trusted-root root-all.json --type"
                + " https://a.test/b "
                + image);
    good(verified);
    assertThat(cosign("verify --key empty.pub --trusted-root root-all.json " + image).exit())
        .as("an attestation is no signature")
        .isNotZero();
  }

  @Test
  void ourOwnCommandPrintsABundleThatNoFileIsNamedFor() throws IOException {
    Run run =
        run("", "sign-blob", "--key", "empty.key", "--signing-config", "sc-none.json", "blob.txt");
    good(run);
    assertThat(run.stdout()).startsWith("{\"mediaType\":").endsWith("}\n");
  }

  @Test
  void ourOwnCommandDoesNotOverwriteOneBundleWithAnother() throws IOException {
    Run run =
        run(
            "",
            "sign-blob",
            "--key",
            "empty.key",
            "--signing-config",
            "sc-none.json",
            "--bundle",
            "b.json",
            "blob.txt",
            "empty.pub");
    assertThat(run.exit()).isEqualTo(64);
    assertThat(folder.resolve("b.json")).doesNotExist();
  }

  @Test
  void nothingIsStoredThatDoesNotVerify() throws IOException {
    String config = Files.readString(folder.resolve("sc-full.json"));
    Files.writeString(
        folder.resolve("faulty.json"), config.replace("/fulcio\"", "/fulcio-otherca\""));
    Run run =
        cosign(
            "sign-blob --identity-token email.jwt --signing-config faulty.json --trusted-root"
                + " root-all.json --bundle b.json blob.txt");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.stderr()).contains("the new signature does not verify");
    assertThat(folder.resolve("b.json")).doesNotExist();
  }

  @Test
  void whatIsSignedIsToldForTheOlderForm() throws IOException {
    Run run = cosign("generate -a b=2 -a a=1 " + registry.host() + "/app:v1");
    good(run);
    assertThat(run.stdout())
        .startsWith("{\"critical\":{\"identity\":{\"docker-reference\":\"" + registry.host())
        .endsWith("\"optional\":{\"a\":\"1\",\"b\":\"2\"}}");
  }
}
