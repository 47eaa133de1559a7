package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.cli.agreement.CosignServers;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.testing.Certificates;
import dev.landwaiter.testing.Shared;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Our own `verify`: tables, data, exit codes, and policies for images.
class ImagePolicyTest {
  private static final Path RECORDED = Shared.path("conformance/cosign");
  private static final String SIGNED = "127.0.0.1:5511/l/one";
  private static final String ATTESTED = "127.0.0.1:5511/a/new-r2";
  private static final String KEYLESS = "127.0.0.1:5511/n/kl-v1";

  @TempDir private static Path folder;
  private static CosignServers servers;

  @BeforeAll
  static void start() throws IOException {
    servers = new CosignServers(Certificates.make(folder, "tls", "ip:127.0.0.1"));
    servers.fill(
        Map.of(
            SIGNED, "layouts/l-one",
            ATTESTED, "layouts/at-new-uri",
            KEYLESS, "layouts/n-kl-v1"));
  }

  @AfterAll
  static void stop() {
    servers.close();
  }

  private static Ran run(String... words) {
    var stdout = new ByteArrayOutputStream();
    var stderr = new ByteArrayOutputStream();
    List<String> ours = new ArrayList<>();
    for (String word : words) {
      ours.add(servers.ours(word));
    }
    var world =
        new World(
            new ByteArrayInputStream(new byte[0]),
            stdout,
            new PrintStream(stderr, true, StandardCharsets.UTF_8),
            Map.of("HOME", folder.resolve("home").toString()),
            RECORDED,
            Clock.fixed(Instant.parse("2026-11-23T17:02:00Z"), ZoneOffset.UTC),
            new SplittableRandom(1),
            World.Terminal.NONE);
    int exit = Personas.run(world, ours);
    return new Ran(
        exit,
        servers.recorded(stdout.toString(StandardCharsets.UTF_8)),
        servers.recorded(stderr.toString(StandardCharsets.UTF_8)));
  }

  private static Ran judged(String spec, String image, String... more) throws IOException {
    Path file = Files.createTempFile(folder, "policy", ".yaml");
    String text =
        """
        apiVersion: policy.sigstore.dev/v1beta1
        kind: ClusterImagePolicy
        metadata: {name: test}
        spec:
        """
            + spec.indent(2);
    Files.writeString(file, servers.ours(text));
    List<String> words = new ArrayList<>(List.of("verify", "--policy-file", file.toString()));
    words.addAll(List.of(more));
    words.add(image);
    return run(words.toArray(String[]::new));
  }

  private static String key(String name) throws IOException {
    return "data: |\n" + Files.readString(RECORDED.resolve("keys/" + name + ".pub")).indent(4);
  }

  private static String byKey(String name) throws IOException {
    return "images: [{glob: '**'}]\nauthorities:\n- key:\n    " + key(name).indent(4).strip();
  }

  @ParameterizedTest
  @CsvSource({"empty, 0, allowed", "second, 1, DENIED"})
  void oneKeyMustHaveSigned(String key, int exit, String told) throws Exception {
    Ran ran = judged(byKey(key), SIGNED + ":v1");
    assertThat(ran.stdout() + ran.stderr()).contains(": " + told);
    assertThat(ran.exit()).isEqualTo(exit);
  }

  @ParameterizedTest
  @CsvSource({
    "'images: [{glob: ''other/**''}]\nauthorities: [{static: {action: pass}}]', 1, no policy",
    "'images: [{glob: ''**''}]\nauthorities: [{static: {action: pass}}]', 0, allowed",
    "'images: [{glob: ''**''}]\nauthorities: [{static: {action: fail, message: never}}]', 1, never",
    "'images: [{glob: ''**''}]\nmode: warn\nauthorities: [{static: {action: fail}}]', 0, warning",
    "'images: [{glob: ''**''}]', 1, no authority",
    "'images: [{glob: ''**''}]\n"
        + "authorities: [{static: {action: pass}, ctlog: {}}]', 2, static has no",
    "'images: [{glob: ''**''}]\nauthorities: [{key: {kms: ''awskms:///x''}}]', 1, key services",
    "'images: [{glob: ''**''}]\nauthorities: [{}]', 2, exactly one",
    "'images: [{glob: ''a b''}]', 2, pattern",
    "'images: [{glob: ''**''}]\nwhatever: 1', 2, whatever"
  })
  void whatPoliciesSay(String spec, int exit, String told) throws Exception {
    Ran ran = judged(spec, SIGNED + ":v1");
    assertThat(ran.stdout() + ran.stderr()).contains(told);
    assertThat(ran.exit()).isEqualTo(exit);
  }

  @ParameterizedTest
  @CsvSource({
    "https://ci.test/builder@v1, 0",
    "https://elsewhere.test, 1",
  })
  void attestationsMustPassTheirPolicy(String builder, int exit) throws Exception {
    String attestations =
        """
        attestations:
        - name: provenance
          predicateType: slsaprovenance1
          policy:
            type: rego
            data: |
              package sigstore
              isCompliant { input.predicate.runDetails.builder.id == "%s" }
        """
            .formatted(builder);
    String spec = byKey("empty") + "\n" + attestations.indent(2);
    Ran ran = judged(spec, ATTESTED + ":v1");
    assertThat(ran.exit()).as(ran.stdout() + ran.stderr()).isEqualTo(exit);
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.test/org/app/.github/workflows/release.yml@refs/heads/main, '', 0",
    "https://github.test/org/other, '', 1",
    "https://github.test/org/app/.github/workflows/release.yml@refs/heads/main, elsewhere, 1",
  })
  void identitiesMustHaveSigned(String subject, String url, int exit) throws Exception {
    String spec =
        """
        images: [{glob: '**'}]
        authorities:
        - keyless:
            %s
            identities:
            - issuer: https://token.actions.github.test
              subject: %s
        """
            .formatted(url.isEmpty() ? "" : "url: https://" + url + ".test", subject);
    Ran ran = judged(spec, KEYLESS + ":v1", "--trusted-root", "trust/root-all.json");
    assertThat(ran.exit()).as(ran.stdout() + ran.stderr()).isEqualTo(exit);
  }

  @Test
  void flagsBesideAPolicyAreRefused() throws Exception {
    Ran ran = judged(byKey("empty"), SIGNED + ":v1", "--key", "keys/empty.pub");
    assertThat(ran.exit()).isEqualTo(64);
    assertThat(ran.stderr()).contains("--policy-file and --key");
  }

  @ParameterizedTest
  @CsvSource({"--resource x", "--layout x", "--no-match-policy warn"})
  void flagsThatNeedAPolicySaySo(String flags) {
    List<String> words = new ArrayList<>(List.of("verify"));
    words.addAll(List.of(flags.split(" ", -1)));
    words.add(SIGNED + ":v1");
    Ran ran = run(words.toArray(String[]::new));
    assertThat(ran.exit()).isEqualTo(64);
    assertThat(ran.stderr()).contains("wants --policy-file beside it");
  }

  @ParameterizedTest
  @CsvSource({"deny, 1, DENIED", "warn, 0, with warnings", "allow, 0, allowed"})
  void imagesThatNoPolicyIsAbout(String rule, int exit, String told) throws Exception {
    Ran ran =
        judged(
            "images: [{glob: 'other/**'}]\nauthorities: [{static: {action: pass}}]",
            SIGNED + ":v1",
            "--no-match-policy",
            rule);
    assertThat(ran.stdout()).contains(told);
    assertThat(ran.exit()).isEqualTo(exit);
  }

  @ParameterizedTest
  @CsvSource({"shop, 1", "bank, 0"})
  void theObjectDecidesWhichPoliciesAreAboutIt(String app, int exit) throws Exception {
    Path object = Files.createTempFile(folder, "object", ".yaml");
    Files.writeString(
        object,
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, labels: {app: " + app + "}}\n");
    String spec =
        """
        images: [{glob: '**'}]
        match: [{group: apps, version: v1, resource: deployments, selector: {matchLabels: {app: shop}}}]
        authorities: [{static: {action: fail}}]
        """;
    Ran ran =
        judged(spec, SIGNED + ":v1", "--resource", object.toString(), "--no-match-policy", "allow");
    assertThat(ran.exit()).as(ran.stdout() + ran.stderr()).isEqualTo(exit);
  }

  @Test
  void aLayoutStandsForTheRegistry() throws Exception {
    Ran ran =
        judged(byKey("empty"), "nowhere.test/app:v1", "--offline", "--layout", "layouts/l-one");
    assertThat(ran.exit()).as(ran.stdout() + ran.stderr()).isZero();
    Ran without = judged(byKey("empty"), "nowhere.test/app:v1", "--offline");
    assertThat(without.exit()).isEqualTo(2);
    assertThat(without.stdout()).contains("--layout names a folder");
  }

  @Test
  void theConfigurationOfTheImageIsFetchedForPolicies() throws Exception {
    String spec =
        byKey("empty")
            + """

            policy:
              type: rego
              fetchConfigFile: true
              data: |
                package sigstore
                isCompliant { input.config[_].rootfs.type == "layers" }
            """;
    Ran ran = judged(spec, SIGNED + ":v1");
    assertThat(ran.exit()).as(ran.stdout() + ran.stderr()).isZero();
  }

  @Test
  void dataTellsEachAuthority() throws Exception {
    Ran ran = judged(byKey("second"), SIGNED + ":v1", "-o", "json");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.stdout())
        .contains("\"decision\": \"denied\"", "\"authority\": \"authority-0\"")
        .contains("\"check\": \"signature\"");
  }

  @Test
  void aTableTellsWhoSignedAndWhatWasNotChecked() {
    Ran ran = run("verify", "--key", "keys/empty.pub", "--insecure-ignore-tlog", SIGNED + ":v1");
    assertThat(ran.exit()).isZero();
    assertThat(ran.stdout())
        .contains("127.0.0.1:5511/l/one:v1", ": verified", "SIGNED BY", "key be692e35681fbf88")
        .contains("not checked: no entry in a transparency log was required");
  }

  @Test
  void aRefusalTellsTheCheckThatFailed() {
    Ran ran = run("verify", "--key", "keys/second.pub", "--insecure-ignore-tlog", SIGNED + ":v1");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.stdout()).contains("NOT VERIFIED", "failed check: signature");
  }

  @Test
  void dataTellsTheSame() {
    Ran ran =
        run(
            "verify",
            "--certificate-identity-regexp",
            "^https://github.test/.*$",
            "--certificate-oidc-issuer",
            "https://token.actions.github.test",
            "--trusted-root",
            "trust/root-all.json",
            "-o",
            "json",
            KEYLESS + ":v1");
    assertThat(ran.exit()).as(ran.stdout() + ran.stderr()).isZero();
    assertThat(ran.stdout())
        .contains("\"verified\": true", "\"issuer\": \"https://token.actions.github.test\"")
        .contains("\"proof\": \"log\"", "https://sigstore.dev/cosign/sign/v1");
  }

  @ParameterizedTest
  @CsvSource({
    "verify, 64, who must have signed",
    "verify --key keys/empty.pub --certificate-identity a, 64, exclude each other",
    "verify --certificate-identity a, 64, --certificate-oidc-issuer",
    "verify --certificate-oidc-issuer a, 64, --certificate-identity",
    "verify --sk, 64, pkcs11",
    "verify --key keys/empty.pub --insecure-ignore-tlog --offline, 64, --local-image",
    "verify --key keys/none.pub --insecure-ignore-tlog, 1, none.pub"
  })
  void wrongCommandLinesSayWhatToAdd(String line, int exit, String told) {
    List<String> words = new ArrayList<>(List.of(line.split(" ", -1)));
    words.add(SIGNED + ":v1");
    Ran ran = run(words.toArray(String[]::new));
    assertThat(ran.stderr()).contains(told);
    assertThat(ran.exit()).isEqualTo(exit);
  }
}
