package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.cli.command.cluster.FakeCluster;
import dev.landwaiter.cli.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCommandsTest {
  private static final Map<String, String> PASSWORD = Map.of("COSIGN_PASSWORD", "pass-word");

  @TempDir private Path folder;

  private Ran run(Map<String, String> environment, String... words) {
    return Ran.in(folder, environment, List.of(words));
  }

  private Ran typing(String stdin, String... words) {
    return Ran.in(folder, Map.of(), List.of(words), World.Terminal.NONE, stdin);
  }

  private Ran asked(Map<String, String> environment, List<String> answers, String... words) {
    Deque<String> left = new ArrayDeque<>(answers);
    var terminal =
        new World.Terminal(true, true, 80, (question, hidden) -> Optional.ofNullable(left.poll()));
    return Ran.in(folder, environment, List.of(words), terminal, "");
  }

  private String mode(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cosign ", ""})
  void aPairIsMadeForTheOwnerAlone(String persona) throws IOException {
    String[] make = (persona + "generate-key-pair").strip().split(" ");
    String[] show = (persona + "public-key --key cosign.key").strip().split(" ");
    Ran made = run(PASSWORD, make);
    assertThat(made.exit()).isZero();
    assertThat(made.stdout()).isEmpty();
    assertThat(made.stderr())
        .isEqualTo("Private key written to cosign.key\nPublic key written to cosign.pub\n");
    assertThat(mode("cosign.key")).isEqualTo("rw-------");
    assertThat(mode("cosign.pub")).isEqualTo("rw-r--r--");
    Ran shown = run(PASSWORD, show);
    assertThat(shown.exit()).isZero();
    assertThat(shown.stdout()).isEqualTo(read("cosign.pub"));
    Ran wrong = run(Map.of("COSIGN_PASSWORD", "another-word"), show);
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.stdout()).isEmpty();
    assertThat(wrong.stderr())
        .contains("password is wrong")
        .contains("damaged")
        .doesNotContain("another-word");
  }

  @ParameterizedTest
  @CsvSource({"'', 1, false", "n, 1, false", "maybe, 1, false", "y, 0, true", "' YES ', 0, true"})
  void aKeyThatIsThereIsOnlyReplacedByWish(String answer, int exit, boolean replaced)
      throws IOException {
    Files.writeString(folder.resolve("cosign.key"), "old");
    Files.writeString(folder.resolve("cosign.pub"), "old");
    Ran ran =
        Ran.in(
            folder,
            PASSWORD,
            List.of("cosign", "generate-key-pair"),
            World.Terminal.NONE,
            answer + "\n");
    assertThat(ran.exit()).isEqualTo(exit);
    assertThat(read("cosign.key").equals("old")).isNotEqualTo(replaced);
    assertThat(read("cosign.pub").equals("old")).isNotEqualTo(replaced);
  }

  @Test
  void ourOwnCommandTakesTheWishAsAFlag() throws IOException {
    Files.writeString(folder.resolve("cosign.key"), "old");
    assertThat(run(PASSWORD, "generate-key-pair").exit()).isNotZero();
    assertThat(read("cosign.key")).isEqualTo("old");
    assertThat(run(PASSWORD, "generate-key-pair", "--yes").exit()).isZero();
    assertThat(read("cosign.key")).startsWith("-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\n");
    assertThat(mode("cosign.key")).isEqualTo("rw-------");
  }

  /// A link is replaced, not written through: what it leads to may be readable by others.
  @Test
  void aLinkIsNotFollowed() throws IOException {
    Files.writeString(folder.resolve("elsewhere"), "old");
    Files.createSymbolicLink(folder.resolve("cosign.key"), Path.of("elsewhere"));
    assertThat(run(PASSWORD, "generate-key-pair", "--yes").exit()).isZero();
    assertThat(read("elsewhere")).isEqualTo("old");
    assertThat(folder.resolve("cosign.key")).isRegularFile();
  }

  @Test
  void theWholeStandardInputIsThePassword() {
    assertThat(typing("word\n", "cosign", "generate-key-pair").exit()).isZero();
    assertThat(typing("word\n", "cosign", "public-key", "--key", "cosign.key").exit()).isZero();
    assertThat(typing("word", "cosign", "public-key", "--key", "cosign.key").exit()).isEqualTo(1);
  }

  @Test
  void whoeverSitsAtTheTerminalIsAskedTwiceForANewPassword() {
    assertThat(asked(Map.of(), List.of("a", "b"), "cosign", "generate-key-pair").exit())
        .isEqualTo(1);
    assertThat(folder.resolve("cosign.key")).doesNotExist();
    assertThat(asked(Map.of(), List.of("a", "a"), "cosign", "generate-key-pair").exit()).isZero();
    String[] show = {"cosign", "public-key", "--key", "cosign.key"};
    assertThat(asked(Map.of(), List.of("a"), show).exit()).isZero();
    assertThat(asked(Map.of(), List.of("b"), show).exit()).isEqualTo(1);
    // A variable that is set to nothing is a password.
    assertThat(asked(Map.of("COSIGN_PASSWORD", ""), List.of("a"), show).exit()).isEqualTo(1);
  }

  /// Else it would be read from the terminal, in the open, up to the end of input.
  @Test
  void nobodyIsAskedWhenOnlyInputIsATerminal() {
    Ran ran =
        Ran.in(
            folder,
            Map.of("LANDWAITER_TERMINAL", "02"),
            List.of("cosign", "generate-key-pair"),
            World.Terminal.NONE,
            "typed\n");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.stderr()).contains("COSIGN_PASSWORD");
    assertThat(folder.resolve("cosign.key")).doesNotExist();
  }

  @Test
  void aKeyInAClusterIsMadeAndUsed() throws Exception {
    try (FakeCluster cluster = FakeCluster.start(folder, "30")) {
      Files.writeString(folder.resolve("config"), cluster.configWithToken());
      Map<String, String> environment =
          Map.of("COSIGN_PASSWORD", "pass-word", "KUBECONFIG", "config");
      Ran made = run(environment, "cosign", "generate-key-pair", "k8s://space/name");
      assertThat(made.stderr()).doesNotContain("pass-word");
      assertThat(made.exit()).isZero();
      Map<String, String> data = cluster.data("space", "name");
      assertThat(data).containsOnlyKeys("cosign.key", "cosign.pub", "cosign.password");
      assertThat(decoded(data, "cosign.password")).isEqualTo("pass-word");
      assertThat(decoded(data, "cosign.pub")).isEqualTo(read("cosign.pub"));
      assertThat(mode("cosign.pub")).isEqualTo("rw-------");
      assertThat(folder.resolve("cosign.key")).doesNotExist();
      Ran shown =
          run(Map.of("KUBECONFIG", "config"), "cosign", "public-key", "--key", "k8s://space/name");
      assertThat(shown.stdout()).isEqualTo(read("cosign.pub"));
    }
  }

  private static String decoded(Map<String, String> data, String name) {
    return new String(
        Base64.getDecoder().decode(data.getOrDefault(name, "")), StandardCharsets.UTF_8);
  }

  @Test
  void aKeyInAFileOfItsOwnIsWrittenForAll() throws IOException {
    assertThat(run(PASSWORD, "cosign", "generate-key-pair").exit()).isZero();
    Ran ran =
        run(PASSWORD, "cosign", "public-key", "--key", "cosign.key", "--outfile", "other.pub");
    assertThat(ran.exit()).isZero();
    assertThat(ran.stdout()).isEmpty();
    assertThat(read("other.pub")).isEqualTo(read("cosign.pub"));
    assertThat(mode("other.pub")).isEqualTo("rw-r--r--");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public-key | --key",
        "public-key --sk | pkcs11",
        "public-key --key awskms:///alias/x | not built",
        "public-key --key pkcs11:object=k | COSIGN_PKCS11_MODULE_PATH",
        "public-key --key pkcs11:object=k?module-path=/none.so | no file",
        "public-key --key none.key | no such file",
        "generate-key-pair a b | one argument",
        "generate-key-pair --kms k8s://a/b | no key service",
        "generate-key-pair --kms hashivault://k | not built",
        "generate-key-pair file | k8s://NAMESPACE/NAME",
        "generate-key-pair --output-key-prefix none/x | none/x.key",
        "import-key-pair | --key",
        "import-key-pair --key none.pem | no such file",
        "public-key --key http://127.0.0.1:1/key --timeout 5s | cannot be reached",
        "pkcs11-tool list-tokens | --module-path",
        "pkcs11-tool list-tokens --module-path /none.so | no file",
        "pkcs11-tool list-keys-uris --module-path none.so | absolute"
      })
  void whatIsWrongIsSaid(String words, String said) {
    Ran ran = run(PASSWORD, ("cosign " + words).split(" "));
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.stdout()).isEmpty();
    assertThat(ran.stderr()).contains(said).contains("error during command execution");
    assertThat(run(PASSWORD, words.split(" ")).exit()).isNotZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:1/key", "k8s://space/name"})
  void offlineMeansOffline(String reference) {
    Ran ran = run(PASSWORD, "public-key", "--offline", "--key", reference);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.stderr()).contains("is not asked: --offline was given");
  }

  @Test
  void theEnvironmentIsPrintedWithoutSecrets() {
    Map<String, String> environment =
        Map.of(
            "COSIGN_PASSWORD", "hidden-1",
            "COSIGN_PKCS11_PIN", "hidden-2",
            "COSIGN_REGISTRY_TOKEN", "hidden-3",
            "COSIGN_KEY", "shown",
            "OTHER", "not there");
    Ran masked = run(environment, "cosign", "env");
    assertThat(masked.stdout())
        .contains(
            "COSIGN_PASSWORD=******\n", "COSIGN_REGISTRY_TOKEN=******\n", "COSIGN_KEY=shown\n")
        .contains("# TUF_ROOT ")
        .doesNotContain("hidden", "OTHER");
    Ran open = run(environment, "env", "--show-sensitive-values", "--show-descriptions=false");
    assertThat(open.stdout())
        .contains("COSIGN_PASSWORD=hidden-1\n", "COSIGN_PKCS11_PIN=hidden-2\n")
        .doesNotContain("#");
  }
}
