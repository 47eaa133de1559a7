package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.cli.world.World;
import dev.landwaiter.testing.RealRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logging in and out at a real registry with TLS that one user may enter, and what becomes of it.
class RegistryLoginsTest {
  @TempDir static Path server;
  private static RealRegistry registry;

  @TempDir Path home;

  @BeforeAll
  static void start() {
    registry = RealRegistry.guarded(server);
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @BeforeEach
  void trust() throws IOException {
    Files.copy(registry.certificate(), home.resolve("ca.pem"));
  }

  private Ran run(String stdin, String... words) {
    return run(World.Terminal.NONE, stdin, words);
  }

  private Ran run(World.Terminal terminal, String stdin, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--cacert", "ca.pem"));
    Ran ran =
        Ran.in(
            home, Map.of("HOME", home.toString(), "PATH", home.toString()), all, terminal, stdin);
    assertThat(ran.stdout() + ran.stderr()).doesNotContain(RealRegistry.PASSWORD, "wr0ng");
    return ran;
  }

  private Path config() {
    return home.resolve(".docker/config.json");
  }

  /// Whether the login is used: without one the registry refuses, with one there is no such image.
  private String asked() {
    return run("", "image", "--image-src", "remote", registry.host() + "/none:1").stderr();
  }

  @Test
  void aLoginIsCheckedKeptUsedAndForgotten() {
    assertThat(asked()).contains("(401");
    Ran in =
        run(
            RealRegistry.PASSWORD + "\n",
            "registry",
            "login",
            "--username",
            RealRegistry.USER,
            "--password-stdin",
            "https://" + registry.host() + "/v2/");
    assertThat(in.exit()).as(in.stderr()).isZero();
    assertThat(in.stderr())
        .contains("logged in to " + registry.host() + " as " + RealRegistry.USER)
        .contains(config().toString());
    assertThat(asked()).contains("(404").doesNotContain("(401");
    Ran out = run("", "registry", "logout", registry.host());
    assertThat(out.exit()).isZero();
    assertThat(config()).content().doesNotContain(registry.host());
    assertThat(asked()).contains("(401");
    assertThat(run("", "registry", "logout", registry.host()).stderr())
        .contains("holds no login for " + registry.host());
  }

  @Test
  void aWrongPasswordIsNotKept() {
    Ran ran =
        run(
            "wr0ng",
            "registry",
            "login",
            "--username",
            "anna",
            "--password-stdin",
            registry.host());
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.stderr()).contains("refuses user name and password (401)");
    assertThat(config()).doesNotExist();
  }

  @Test
  void thePersonaDoesTheSameAndWarnsOfThePasswordOnTheLine() {
    Ran ran =
        run(
            "",
            "trivy",
            "registry",
            "login",
            "--username",
            RealRegistry.USER,
            "--password",
            RealRegistry.PASSWORD,
            registry.host());
    assertThat(ran.exit()).as(ran.stderr()).isZero();
    assertThat(ran.stderr()).contains("warning: a password on the command line can be read");
    assertThat(config()).content().contains(registry.host());
    assertThat(run("", "trivy", "registry", "logout", registry.host()).exit()).isZero();
  }

  @Test
  void aPersonIsAskedForWhatIsMissing() {
    List<String> questions = new ArrayList<>();
    World.Prompt prompt =
        (question, hidden) -> {
          questions.add(question + hidden);
          return Optional.of(hidden ? RealRegistry.PASSWORD : RealRegistry.USER);
        };
    var terminal = new World.Terminal(true, true, 80, prompt);
    assertThat(run(terminal, "", "registry", "login", registry.host()).exit()).isZero();
    assertThat(questions).containsExactly("User name: false", "Password: true");
    assertThat(config()).content().contains(registry.host());
  }

  @Test
  void aPullSecretIsALogin() throws IOException {
    Files.writeString(
        home.resolve("regcred.yaml"),
        """
        apiVersion: v1
        kind: Secret
        type: kubernetes.io/dockerconfigjson
        stringData:
          .dockerconfigjson: |
            {"auths": {"%s": {"username": "%s", "password": "%s"}}}
        """
            .formatted(registry.host(), RealRegistry.USER, RealRegistry.PASSWORD));
    Ran ran =
        run(
            "",
            "image",
            "--image-src",
            "remote",
            "--registry-secret",
            "regcred.yaml",
            registry.host() + "/none:1");
    assertThat(ran.stderr()).contains("(404").doesNotContain("(401");
  }

  @Test
  void aBrokenFileOfLoginsIsNamedInTheError() throws IOException {
    Files.createDirectories(config().resolveSibling(""));
    Files.writeString(config(), "{\"auths\": {\"wr0ng");
    assertThat(asked()).contains("(401").contains(config() + " is no JSON (line 1)");
    Files.writeString(config(), "{\"credsStore\": \"missing\"}");
    assertThat(asked()).contains("(401").contains("the program docker-credential-missing");
  }
}
