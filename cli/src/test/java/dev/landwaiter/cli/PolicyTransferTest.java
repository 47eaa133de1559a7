package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.cli.world.World;
import dev.landwaiter.testing.MemoryRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Policies on their way to registries and folders and back, and plugins.
class PolicyTransferTest {
  private static final String POLICY = "package main\n\ndeny contains \"no\" if data.limits.on\n";

  @TempDir Path folder;

  @BeforeEach
  void policies() throws IOException {
    write("policy/app/deny.rego", POLICY);
    write("policy/limits.json", "{\"limits\": {\"on\": true}}");
    write("policy/README.md", "not a policy");
    write("a.yaml", "a: 1\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Ran run(String... words) {
    return Ran.in(
        folder,
        Map.of("HOME", folder.toString(), "XDG_DATA_HOME", folder.resolve("share").toString()),
        List.of(words),
        World.Terminal.NONE,
        "asked");
  }

  @Test
  void policiesArePushedAndPulled() throws IOException {
    try (var registry = MemoryRegistry.start()) {
      String name = registry.host() + "/team/policies:1";
      Ran pushed = run("conftest", "push", name, "policy");
      assertThat(pushed.stderr()).isEmpty();
      assertThat(pushed.exit()).isZero();
      assertThat(pushed.stdout()).startsWith("pushed bundle with digest: sha256:");
      assertThat(run("registry", "inspect", "--raw", name).stdout())
          .contains("application/vnd.cncf.openpolicyagent.config.v1+json")
          .contains("application/vnd.cncf.openpolicyagent.policy.layer.v1+rego")
          .contains("application/vnd.cncf.openpolicyagent.data.layer.v1+json")
          .contains("\"org.opencontainers.image.title\":\"app/deny.rego\"");
      assertThat(run("conftest", "pull", "-p", "there", "oci://" + name).exit()).isZero();
      assertThat(folder.resolve("there/app/deny.rego")).hasContent(POLICY);
      assertThat(folder.resolve("there/README.md")).doesNotExist();
      Ran tested = run("test", "-p", "fresh", "-d", "fresh", "--update", "oci://" + name, "a.yaml");
      assertThat(tested.exit()).as(tested.stderr()).isEqualTo(1);
      assertThat(tested.stdout()).contains("FAIL - a.yaml", "no\n");
      Ran offline = run("test", "--offline", "--update", "oci://" + name, "a.yaml");
      assertThat(offline.exit()).isEqualTo(64);
    }
  }

  @Test
  void policiesThatDoNotCompileAreNotPushed() throws IOException {
    write("policy/broken.rego", "package main\n\ndeny contains x\n");
    try (var registry = MemoryRegistry.start()) {
      Ran ran = run("conftest", "push", registry.host() + "/team/policies:1", "policy");
      assertThat(ran.exit()).isEqualTo(1);
      assertThat(ran.stderr()).contains("var x is unsafe");
      assertThat(run("registry", "ls", registry.host()).stdout()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil.rego", "/evil.rego", "a/../../evil.rego", "a\\\\b.rego", "a//b"})
  void titlesLeadNowhereElse(String title) throws IOException {
    try (var registry = MemoryRegistry.start()) {
      String name = artifact(registry, title);
      Ran ran = run("conftest", "pull", "-p", "there", name);
      assertThat(ran.exit()).isEqualTo(1);
      assertThat(ran.stderr()).contains("is no path of a file inside a folder");
      assertThat(folder.resolve("there")).doesNotExist();
      assertThat(folder.resolve("evil.rego")).doesNotExist();
    }
  }

  private String artifact(MemoryRegistry registry, String title) throws IOException {
    String empty = blob("{}");
    String layer = blob(POLICY);
    String manifest =
        ("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\","
                + "\"config\":{\"mediaType\":"
                + "\"application/vnd.cncf.openpolicyagent.config.v1+json\",\"digest\":\"%s\","
                + "\"size\":2},\"layers\":[{\"mediaType\":\"text/plain\",\"digest\":\"%s\","
                + "\"size\":%d,\"annotations\":{\"org.opencontainers.image.title\":\"%s\"}}]}")
            .formatted(empty, layer, POLICY.length(), title);
    String digest = blob(manifest);
    write("thing/oci-layout", "{\"imageLayoutVersion\":\"1.0.0\"}");
    write(
        "thing/index.json",
        ("{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":"
                + "\"application/vnd.oci.image.manifest.v1+json\",\"digest\":\"%s\",\"size\":%d,"
                + "\"annotations\":{\"org.opencontainers.image.ref.name\":\"v1\"}}]}")
            .formatted(digest, manifest.length()));
    String name = registry.host() + "/team/thing";
    assertThat(run("registry", "copy", "oci:thing", name).exit()).isZero();
    return name + ":v1";
  }

  private String blob(String content) throws IOException {
    var digest = Digest.sha256(content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    write("thing/blobs/sha256/" + digest.encoded(), content);
    return digest.toString();
  }

  @Test
  void nothingIsWrittenThroughLinks() throws IOException {
    Files.createDirectories(folder.resolve("there"));
    Files.createDirectories(folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("there/app"), folder.resolve("elsewhere"));
    Ran ran = run("conftest", "pull", "-p", "there", "policy");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.stderr()).contains("is a link");
    assertThat(folder.resolve("elsewhere")).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({
    "git::https://example.com/p.git, git",
    "github.com/team/policies, git",
    "https://example.com/p.rego, HTTP",
    "s3::https://example.com/p, S3",
  })
  void otherSourcesAreNotBuilt(String source, String kind) {
    for (List<String> words :
        List.of(
            List.of("conftest", "pull", source),
            List.of("conftest", "test", "--update", source, "a.yaml"))) {
      Ran ran = run(words.toArray(String[]::new));
      assertThat(ran.exit()).isEqualTo(1);
      assertThat(ran.stderr()).contains("pulling policies by " + kind + " is not built");
    }
  }

  @Test
  void aPluginIsInstalledAndRun() throws IOException {
    write("hello/plugin.yaml", "name: hello\ncommand: $CONFTEST_PLUGIN_DIR/run.sh first\n");
    write("hello/run.sh", "#!/bin/sh\necho \"$@\"; cat; echo oh >&2; exit 7\n");
    assertThat(folder.resolve("hello/run.sh").toFile().setExecutable(true)).isTrue();
    assertThat(run("conftest", "hello").exit()).isEqualTo(1);
    assertThat(run("conftest", "plugin", "install", "hello").exit()).isZero();
    Ran ran = run("conftest", "hello", "--loud", "you");
    assertThat(ran.exit()).isEqualTo(7);
    assertThat(ran.stdout()).isEqualTo("first --loud you\nasked");
    assertThat(ran.stderr()).isEqualTo("oh\n");
    assertThat(run("conftest", "plugin", "install", "hello").stderr()).contains("there already");
  }
}
