package dev.landwaiter.cli.command.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.landwaiter.cli.world.World;
import dev.landwaiter.oci.Waiting;
import dev.landwaiter.signing.Bytes;
import dev.landwaiter.signing.FailureClass;
import dev.landwaiter.signing.RefusedException;
import dev.landwaiter.signing.key.ClusterSecrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterTest {
  @TempDir private Path folder;

  private ClusterSecrets secrets(String config) throws IOException {
    Files.writeString(folder.resolve("config"), config);
    return secrets(Map.of("KUBECONFIG", "none:config", "HOME", folder.toString()));
  }

  private ClusterSecrets secrets(Map<String, String> environment) {
    Clock clock = Clock.systemUTC();
    var random = new SplittableRandom(1);
    var world =
        new World(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            environment,
            folder,
            clock,
            random,
            World.Terminal.NONE);
    var waiting =
        new Waiting(
            clock,
            pause -> {},
            random,
            clock.instant().plusSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));
    return Cluster.of(world, waiting);
  }

  @ParameterizedTest
  @CsvSource({"27+, true", "21, true", "20, false"})
  void aSecretIsMadeAndReadAgain(String minor, boolean immutable) throws Exception {
    try (FakeCluster cluster = FakeCluster.start(folder, minor)) {
      ClusterSecrets secrets = secrets(cluster.configWithToken());
      assertThat(secrets.read("space", "name")).isEmpty();
      Map<String, Bytes> data =
          Map.of("cosign.key", Bytes.utf8("key"), "cosign.pub", Bytes.utf8("pub"));
      secrets.write("space", "name", data);
      assertThat(secrets.read("space", "name")).contains(data);
      assertThat(cluster.bodies())
          .containsExactly(
              "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"name\","
                  + "\"namespace\":\"space\"},\"type\":\"Opaque\","
                  + (immutable ? "\"immutable\":true," : "")
                  + "\"data\":{\"cosign.key\":\"a2V5\",\"cosign.pub\":\"cHVi\"}}");
    }
  }

  @Test
  void aSecretThatIsThereKeepsItsOtherData() throws Exception {
    try (FakeCluster cluster = FakeCluster.start(folder, "30")) {
      cluster.put("space", "name", Map.of("other", "b3RoZXI=", "cosign.key", "b2xk"));
      ClusterSecrets secrets = secrets(cluster.configWithCertificate());
      secrets.write("space", "name", Map.of("cosign.key", Bytes.utf8("new")));
      assertThat(secrets.read("space", "name"))
          .contains(Map.of("other", Bytes.utf8("other"), "cosign.key", Bytes.utf8("new")));
      cluster.lock();
      var refused =
          catchThrowableOfType(
              RefusedException.class,
              () -> secrets.write("space", "name", Map.of("cosign.key", Bytes.utf8("x"))));
      assertThat(refused.kind()).isEqualTo(FailureClass.USAGE);
      assertThat(refused).hasMessageContaining("immutable");
    }
  }

  @Test
  void nobodyIsLetInWithoutProof() throws Exception {
    try (FakeCluster cluster = FakeCluster.start(folder, "30")) {
      var refused =
          catchThrowableOfType(
              RefusedException.class,
              () -> secrets(cluster.config("token: wrong-token")).read("space", "name"));
      assertThat(refused.kind()).isEqualTo(FailureClass.TRANSPORT);
      assertThat(refused).hasMessageContaining("401").hasMessageNotContaining("wrong-token");
    }
  }

  /// The certificate of the cluster is none that the Java runtime trusts.
  @Test
  void aClusterMustProveWhoItIs() throws Exception {
    try (FakeCluster cluster = FakeCluster.start(folder, "30")) {
      String config =
          cluster.configWithToken().replaceAll("(?m)^ *certificate-authority: .*\n", "");
      var refused =
          catchThrowableOfType(RefusedException.class, () -> secrets(config).read("space", "name"));
      assertThat(refused.kind()).isEqualTo(FailureClass.TRANSPORT);
      assertThat(refused).hasMessageContaining("TLS");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "a/b", "A", "-a", "a-", "", "a?b", "a%2fb", "a..b"})
  void namesCannotChangeTheAddress(String name) throws Exception {
    try (FakeCluster cluster = FakeCluster.start(folder, "30")) {
      ClusterSecrets secrets = secrets(cluster.configWithToken());
      for (boolean first : new boolean[] {true, false}) {
        var refused =
            catchThrowableOfType(
                RefusedException.class,
                () -> secrets.read(first ? name : "space", first ? "name" : name));
        assertThat(refused.kind()).isEqualTo(FailureClass.USAGE);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "token: x, exec: {command: evil} | 'exec'",
        "auth-provider: {name: gcp} | 'auth-provider'",
        "username: u, password: p | 'username'",
        "client-certificate: /none, client-key: /none | no such file",
        "client-key-data: YQ== | without its key",
        "client-certificate-data: '%%%', client-key-data: YQ== | Base64"
      })
  void whatIsNotBuiltOrWrongIsSaid(String user, String said) {
    String config =
        """
        current-context: c
        contexts: [{name: c, context: {cluster: k, user: u}}]
        clusters: [{name: k, cluster: {server: "https://127.0.0.1:1"}}]
        users: [{name: u, user: {%s}}]
        """
            .formatted(user);
    assertThat(catchThrowableOfType(IOException.class, () -> secrets(config).read("space", "name")))
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{}",
        "current-context: c",
        "{current-context: c, contexts: [{name: c, context: {cluster: k, user: u}}]}",
        "{current-context: c, contexts: [{name: c, context: {cluster: k, user: u}}],"
            + " clusters: [{name: k, cluster: {server: 'ftp://h'}}], users: [{name: u}]}",
        "{current-context: c, contexts: [{name: c, context: {cluster: k, user: u}}],"
            + " clusters: [{name: k, cluster: {server: 'https://h',"
            + " insecure-skip-tls-verify: true}}], users: [{name: u}]}"
      })
  void brokenFilesAreRefused(String config) {
    assertThat(catchThrowableOfType(IOException.class, () -> secrets(config).read("space", "name")))
        .isNotNull();
  }

  @Test
  void withoutAnyClusterThatIsSaid() {
    assertThat(
            catchThrowableOfType(
                IOException.class,
                () -> secrets(Map.of("HOME", folder.toString())).read("space", "name")))
        .hasMessageContaining("KUBECONFIG")
        .hasMessageContaining("KUBERNETES_SERVICE_HOST");
  }
}
