package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Our own commands about trust, where they differ from those behind the name `cosign`; those have
/// their recorded rows.
class TrustCommandsTest {
  private static final Path RECORDED = Shared.path("conformance/cosign");
  private static final String REKOR =
      "url=http://log.test,public-key=" + RECORDED.resolve("trust/rekor.pub");

  @TempDir Path home;

  /// Without a network: the proxy is nobody.
  private Ran run(String... words) {
    return Ran.in(
        home, Map.of("HOME", home.toString(), "HTTPS_PROXY", "http://127.0.0.1:1"), List.of(words));
  }

  private static String mirror() {
    return RECORDED.resolve("tuf/good").toAbsolutePath().normalize().toUri().toString();
  }

  private static String root() {
    return RECORDED.resolve("tuf/good/1.root.json").toString();
  }

  @Test
  void aMirrorInAFolderIsChosenAndUsed() throws IOException {
    Ran chosen = run("initialize", "--mirror", mirror(), "--root", root());
    assertThat(chosen.exit()).as(chosen.stderr()).isZero();
    assertThat(chosen.stdout()).isEmpty();
    Ran written = run("trusted-root", "create", "--with-default-services");
    assertThat(written.exit()).as(written.stderr()).isZero();
    assertThat(written.stdout().strip())
        .isEqualTo(Files.readString(RECORDED.resolve("trust/root-all.json")).strip());
    Ran less =
        run(
            "trusted-root",
            "create",
            "--with-default-services",
            "--no-default-rekor",
            "--out",
            "r");
    assertThat(less.exit()).as(less.stderr()).isZero();
    assertThat(less.stdout()).isEmpty();
    assertThat(home.resolve("r")).content().doesNotContain("\"tlogs\"").contains("\"ctlogs\"");
    Ran config = run("signing-config", "create", "--with-default-services");
    assertThat(config.exit()).as(config.stderr()).isZero();
    assertThat(config.stdout()).contains("http://127.0.0.1:5514/fulcio");
  }

  @Test
  void withoutNetworkTheEmbeddedTrustServesAndItsAgeIsSaid() {
    Ran root = run("trusted-root", "create", "--with-default-services");
    assertThat(root.exit()).as(root.stderr()).isZero();
    assertThat(root.stdout()).contains("https://rekor.sigstore.dev");
    assertThat(root.stderr())
        .contains("could not be brought up to date")
        .contains("that came with this program");
    assertThat(run("cosign", "trusted-root", "create", "--with-default-services").exit())
        .isEqualTo(1);
  }

  @Test
  void offlineNobodyIsAsked() {
    Ran root = run("trusted-root", "create", "--with-default-services", "--offline");
    assertThat(root.exit()).as(root.stderr()).isZero();
    assertThat(root.stderr())
        .doesNotContain("could not be brought up to date")
        .contains("that came with this program");
  }

  @Test
  void aRootFromElsewhereWantsItsChecksum() {
    Ran ran = run("initialize", "--mirror", mirror(), "--root", "http://127.0.0.1:1/root.json");
    assertThat(ran.exit()).isEqualTo(64);
    assertThat(ran.stderr()).contains("--root-checksum");
  }

  @ParameterizedTest
  @CsvSource({
    "069cc6b989caad8b2b1da9e2b4f618f2f2f34fceaf75c53f971e05420d09ebad, 0",
    "sha256:069CC6B989CAAD8B2B1DA9E2B4F618F2F2F34FCEAF75C53F971E05420D09EBAD, 0",
    "0000000000000000000000000000000000000000000000000000000000000000, 1",
    "md5:00, 64",
    "069cc6, 64",
  })
  void aChecksumIsCompared(String checksum, int exit) {
    Ran ran =
        run("initialize", "--mirror", mirror(), "--root", root(), "--root-checksum", checksum);
    assertThat(ran.exit()).as(ran.stderr()).isEqualTo(exit);
    assertThat(Files.exists(home.resolve(".sigstore"))).isEqualTo(exit == 0);
  }

  @Test
  void stagingExcludesAMirror() {
    assertThat(run("initialize", "--staging", "--mirror", mirror()).exit()).isEqualTo(64);
    Ran gone = run("initialize", "--staging");
    assertThat(gone.exit()).isEqualTo(2);
    assertThat(gone.stderr()).contains("tuf-repo-cdn.sigstage.dev");
  }

  @Test
  void aRootOfNothingIsNoRoot() {
    assertThat(run("trusted-root", "create").exit()).isEqualTo(64);
    assertThat(run("cosign", "trusted-root", "create").exit()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",start-time=2024-01-01T00:00:00Z,colour=red | colour",
        ",start-time=2024-01-01T00:00:00Z,end-time=2020-01-01T00:00:00Z | ends before",
        ",start-time=2024-01-01T00:00:00Z,url=http://other.test | twice",
        ",start-time=yesterday | yesterday",
        ",start-time= | start-time",
        "'' | start-time",
      })
  void aLogIsDescribedWithoutMistakes(String more, String named) {
    Ran ran = run("trusted-root", "create", "--rekor", REKOR + more);
    assertThat(ran.exit()).as(ran.stderr()).isEqualTo(64);
    assertThat(ran.stderr()).contains(named);
    assertThat(ran.stdout()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"EXACT:0", "EXACT:", "EXACT:x", "any", "SOME"})
  void aChoiceIsOneOfThree(String choice) {
    Ran ran =
        run(
            "signing-config",
            "create",
            "--rekor",
            "url=http://log.test,api-version=1,start-time=2024-01-01T00:00:00Z,operator=me",
            "--rekor-config",
            choice);
    assertThat(ran.exit()).as(ran.stderr()).isEqualTo(64);
  }
}
