package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is told about verification that is weaker than it could be, and how untrusted names are
/// shown.
class VerifyCommandsTest {
  private static final Path RECORDED = Shared.path("conformance/cosign");

  @TempDir Path home;

  private Ran run(Map<String, String> environment, List<String> words) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("HOME", home.toString());
    all.put("HTTPS_PROXY", "http://127.0.0.1:1");
    return Ran.in(home, all, words);
  }

  private static List<String> verify(String... more) {
    List<String> words = new ArrayList<>(List.of(more));
    words.addAll(
        List.of(
            "--certificate-identity",
            "https://github.test/org/app/.github/workflows/release.yml@refs/heads/main",
            "--certificate-oidc-issuer",
            "https://token.actions.github.test",
            "--trusted-root",
            RECORDED.resolve("trust/root-all.json").toString(),
            "--local-image",
            RECORDED.resolve("layouts/saved-klnew").toString()));
    return words;
  }

  @CsvSource({
    "insecure-ignore-tlog,true,LOG",
    "private-infrastructure,true,LOG",
    "insecure-ignore-sct,true,SCT",
    "check-claims,false,CLAIMS",
    "allow-certificate-chain,true,CHAIN",
  })
  @ParameterizedTest
  void whatIsNotCheckedIsToldAndWhoSaidSo(String flag, String value, String what) {
    String sentence =
        switch (what) {
          case "LOG" -> "no entry in a transparency log was required";
          case "SCT" -> "no proof of certificate transparency was required";
          case "CLAIMS" -> "what the signature is about was not compared";
          default -> "a bundle may carry a certificate chain where its version forbids it";
        };
    String variable = "_" + flag.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    Ran plain = run(Map.of(), verify("cosign", "verify"));
    assertThat(plain.exit()).as(plain.stderr()).isZero();
    assertThat(plain.stderr()).doesNotContain("arning").doesNotContain("WARNING");
    Ran given = run(Map.of(), verify("cosign", "verify", "--" + flag + "=" + value));
    assertThat(given.stderr()).contains("WARNING: " + sentence).doesNotContain("not given");
    Ran said = run(Map.of("COSIGN" + variable, value), verify("cosign", "verify"));
    assertThat(said.stderr())
        .contains("WARNING: " + sentence)
        .contains("--" + flag + " is in force");
    Ran ours = run(Map.of("LANDWAITER" + variable, value), verify("verify"));
    assertThat(ours.stderr()).contains("--" + flag + " is in force");
    assertThat(run(Map.of(), verify("verify", "--" + flag + "=" + value)).stderr())
        .doesNotContain("is in force");
  }

  @Test
  void aConfigurationFileThatSwitchesChecksOffIsTold() throws IOException {
    Files.writeString(home.resolve("landwaiter.yaml"), "signing:\n  check-claims: false\n");
    Ran ran = run(Map.of(), verify("verify"));
    assertThat(ran.exit()).as(ran.stderr()).isZero();
    assertThat(ran.stderr()).contains("--check-claims is in force");
    assertThat(ran.stdout()).contains("not checked: what the signature is about");
  }

  @Test
  void anAttestationThatCountsAsASignatureIsTold() {
    Ran ran =
        run(
            Map.of(),
            List.of(
                "cosign",
                "verify-blob",
                "--key",
                RECORDED.resolve("keys/empty.pub").toString(),
                "--insecure-ignore-tlog",
                "--bundle",
                RECORDED.resolve("out/ab-slsaprovenance.sigstore.json").toString(),
                RECORDED.resolve("files/blob.txt").toString()));
    assertThat(ran.exit()).as(ran.stderr()).isZero();
    assertThat(ran.stderr())
        .contains("Verified OK", "WARNING: a statement of any type counts as a signature");
  }

  @Test
  void whatIsTrustedByAConfigurationFileIsTold() throws IOException {
    List<String> words = new ArrayList<>(verify("verify"));
    int at = words.indexOf("--trusted-root");
    String root = words.get(at + 1);
    words.subList(at, at + 2).clear();
    Files.writeString(home.resolve("landwaiter.yaml"), "signing:\n  trusted-root: " + root + "\n");
    Ran ran = run(Map.of(), words);
    assertThat(ran.exit()).as(ran.stderr()).isZero();
    assertThat(ran.stderr()).contains("--trusted-root is given by a variable");
  }

  @Test
  void secretsOfTheEnvironmentAreHidden() {
    Ran ran =
        run(
            Map.of(
                "COSIGN_PRIVATE_KEY",
                "hush-1",
                "COSIGN_KEY",
                "pkcs11:object=a?pin-value=hush-2",
                "COSIGN_REGISTRY_PASSWORD",
                "hush-3"),
            List.of("cosign", "env"));
    assertThat(ran.exit()).isZero();
    assertThat(ran.stdout())
        .contains("COSIGN_PRIVATE_KEY=*", "COSIGN_KEY=*")
        .doesNotContain("hush");
  }

  @Test
  void keysFromALineThatEverybodyCanReadAreTold() {
    Ran ran =
        run(
            Map.of("HTTP_PROXY", "http://127.0.0.1:1"),
            List.of("cosign", "verify", "--key", "http://keys.test/a.pub", "r.test/a:1"));
    assertThat(ran.exit()).isNotZero();
    assertThat(ran.stderr()).contains("everybody on the way could exchange the key");
  }

  @Test
  void imagesThatAVariableLetsPassAreTold() throws IOException {
    Files.writeString(
        home.resolve("p.yaml"),
        """
        apiVersion: policy.sigstore.dev/v1beta1
        kind: ClusterImagePolicy
        metadata: {name: a}
        spec:
          images: [{glob: "other.test/**"}]
          authorities: [{static: {action: fail}}]
        """);
    List<String> words = List.of("verify", "--policy-file", "p.yaml", "r.test/a:1");
    assertThat(run(Map.of(), words).exit()).isEqualTo(1);
    Ran ran = run(Map.of("LANDWAITER_NO_MATCH_POLICY", "allow"), words);
    assertThat(ran.exit()).as(ran.stderr()).isZero();
    assertThat(ran.stderr()).contains("--no-match-policy is in force");
  }

  @Test
  void trustFromTheEnvironmentIsTold() {
    Ran ran =
        run(
            Map.of("SIGSTORE_REKOR_PUBLIC_KEY", RECORDED.resolve("trust/rekor.pub").toString()),
            List.of(
                "cosign",
                "verify",
                "--key",
                RECORDED.resolve("keys/third.pub").toString(),
                "--local-image",
                RECORDED.resolve("layouts/saved-legacy").toString()));
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.stderr()).contains("SIGSTORE_REKOR_PUBLIC_KEY");
  }

  @Test
  void namesFromFilesMoveNoCursor() throws IOException {
    Files.writeString(home.resolve("Dockerfile"), "FROM a\u001b[2Jb\nFROM \u009b2Jc:1\n");
    Files.writeString(
        home.resolve("pod.yaml"),
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: a}
        spec: {containers: [{name: a, image: "a\\e[2Jb"}]}
        """);
    String key = RECORDED.resolve("keys/empty.pub").toString();
    for (List<String> words :
        List.of(List.of("dockerfile", "verify"), List.of("manifest", "verify"))) {
      List<String> all = new ArrayList<>();
      all.add("cosign");
      all.addAll(words);
      all.addAll(List.of("--key", key, "--insecure-ignore-tlog"));
      all.add(words.getFirst().equals("manifest") ? "pod.yaml" : "Dockerfile");
      Ran ran = run(Map.of(), all);
      assertThat(ran.exit()).isNotZero();
      assertThat(ran.stderr()).contains("Images in").doesNotContain("\u001b", "\u009b");
    }
  }
}
