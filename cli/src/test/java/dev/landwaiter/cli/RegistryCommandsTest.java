package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.cli.world.World;
import dev.landwaiter.testing.MemoryRegistry;
import dev.landwaiter.testing.RealRegistry;
import dev.landwaiter.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands for registries, from the command line to a registry and back.
class RegistryCommandsTest {
  @TempDir Path folder;

  private Ran run(String... words) {
    return Ran.in(folder, Map.of("HOME", folder.toString()), List.of(words));
  }

  private Ran fine(String... words) {
    Ran ran = run(words);
    assertThat(ran.exit()).as(ran.stderr()).isZero();
    return ran;
  }

  /// Writes a layout with one artifact that has one file, and says its manifest's digest.
  private String artifact(String title) throws IOException {
    Path blobs = Files.createDirectories(folder.resolve("thing/blobs/sha256"));
    String empty = blob(blobs, "{}");
    String layer = blob(blobs, "content");
    String manifest =
        ("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\","
                + "\"artifactType\":\"application/vnd.example.thing\",\"config\":"
                + "{\"mediaType\":\"application/vnd.oci.empty.v1+json\",\"digest\":\"%s\",\"size\":2},"
                + "\"layers\":[{\"mediaType\":\"text/plain\",\"digest\":\"%s\",\"size\":7,"
                + "\"annotations\":{\"org.opencontainers.image.title\":\"%s\"}}]}")
            .formatted(empty, layer, title);
    String digest = blob(blobs, manifest);
    Files.writeString(folder.resolve("thing/oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
    Files.writeString(
        folder.resolve("thing/index.json"),
        ("{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":"
                + "\"application/vnd.oci.image.manifest.v1+json\",\"digest\":\"%s\",\"size\":%d,"
                + "\"annotations\":{\"org.opencontainers.image.ref.name\":\"v1\"}}]}")
            .formatted(digest, manifest.length()));
    return digest;
  }

  private static String blob(Path blobs, String content) throws IOException {
    var digest =
        dev.landwaiter.base.digest.Digest.sha256(
            content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Files.writeString(blobs.resolve(digest.encoded()), content);
    return digest.toString();
  }

  @Test
  void anArtifactIsCopiedListedShownAndPulled() throws IOException {
    String digest = artifact("dir/file.txt");
    try (var registry = MemoryRegistry.start()) {
      String name = registry.host() + "/team/thing";
      assertThat(fine("registry", "copy", "oci:thing", name).stdout())
          .isEqualTo(name + "@" + digest + "\n");
      assertThat(fine("registry", "ls", registry.host()).stdout()).isEqualTo("team/thing\n");
      assertThat(fine("registry", "ls", name).stdout()).isEqualTo("v1\n");
      assertThat(fine("registry", "inspect", name + ":v1").stdout())
          .contains("Digest:     " + digest)
          .contains("application/vnd.example.thing")
          .contains("Layers (1, 7 B):")
          .contains("dir/file.txt");
      assertThat(fine("registry", "inspect", "-f", "json", name + "@" + digest).stdout())
          .contains("\"digest\": \"" + digest + "\"")
          .contains("\"referrers\": []");
      assertThat(fine("registry", "inspect", "--image-config", name + ":v1").stdout())
          .isEqualTo("{}");
      assertThat(fine("registry", "inspect", "--raw", name + ":v1").stdout())
          .startsWith("{\"schemaVersion\":2,")
          .endsWith("}]}");
      fine("registry", "pull", name + ":v1", "files");
      assertThat(folder.resolve("files/file.txt")).hasContent("content");
      Ran again = run("registry", "pull", name + ":v1", "files");
      assertThat(again.exit()).isNotZero();
      assertThat(again.stderr()).contains("--overwrite");
      fine("registry", "pull", "--overwrite", name + ":v1", "files");
    }
  }

  @Test
  void aTitleThatLeavesTheFolderIsRefused() throws IOException {
    artifact("../outside.txt");
    try (var registry = MemoryRegistry.start()) {
      String name = registry.host() + "/thing:v1";
      fine("registry", "copy", "oci:thing", name);
      Ran ran = run("registry", "pull", name, "files");
      assertThat(ran.exit()).isNotZero();
      assertThat(ran.stderr()).contains("../outside.txt");
      assertThat(folder.resolve("outside.txt")).doesNotExist();
      assertThat(folder.resolve("files")).doesNotExist();
    }
  }

  @Test
  void aGuardedRegistryIsUsedWithItsPasswordAndCertificate() throws IOException {
    String digest = artifact("a");
    Files.createDirectories(folder.resolve("server"));
    try (var registry = RealRegistry.guarded(folder.resolve("server"))) {
      String name = registry.host() + "/thing:v1";
      List<String> login =
          List.of(
              "--username",
              RealRegistry.USER,
              "--password",
              RealRegistry.PASSWORD,
              "--cacert",
              registry.certificate().toString());
      fine(words(login, "registry", "copy", "oci:thing", name));
      fine(words(login, "registry", "pull", name, "files"));
      fine(words(login, "registry", "copy", name, "oci:out.tar"));
      assertThat(fine("registry", "copy", "oci:out.tar:v1", "oci:out").stdout())
          .endsWith("@" + digest + "\n");
      Ran refused =
          run("registry", "ls", "--cacert", registry.certificate().toString(), registry.host());
      assertThat(refused.exit()).isNotZero();
      assertThat(refused.stderr()).contains("401");
    }
  }

  private static String[] words(List<String> login, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(login);
    return all.toArray(String[]::new);
  }

  @Test
  void aRealImageIsPushedPulledAndScannedTheSame() throws IOException {
    String archive = Shared.path("images/debian-12-app.oci.tar").toString();
    try (var registry = MemoryRegistry.start()) {
      String name = registry.host() + "/app:1";
      fine("registry", "copy", "oci:" + archive, name);
      fine("registry", "pull", name, "app.tar");
      fine("registry", "pull", name, "app");
      assertThat(fine("registry", "inspect", name).stdout()).contains("Layers (");
      String fromRegistry = scan(name);
      assertThat(fromRegistry).contains("\"Packages\"");
      assertThat(scan("--input", "app.tar")).isEqualTo(fromRegistry);
      assertThat(scan("--input", "app")).isEqualTo(fromRegistry);
    }
  }

  /// The packages that a scan finds.
  private String scan(String... words) {
    List<String> all =
        new ArrayList<>(List.of("image", "--skip-db-update", "-f", "json", "--list-all-pkgs"));
    all.addAll(List.of(words));
    String report = fine(all.toArray(String[]::new)).stdout();
    return report
        .substring(report.indexOf("\"Results\""))
        .replaceAll("\"Target\": \"[^\"]* \\(", "\"Target\": \"(");
  }

  @Test
  void offlineNoRegistryIsAsked() throws IOException {
    artifact("a");
    fine("registry", "copy", "--offline", "oci:thing", "oci:other");
    for (String[] words :
        List.of(
            new String[] {"ls", "localhost:1"},
            new String[] {"inspect", "localhost:1/x"},
            new String[] {"pull", "localhost:1/x", "y"},
            new String[] {"copy", "oci:thing", "localhost:1/x"})) {
      List<String> all = new ArrayList<>(List.of("registry"));
      all.addAll(List.of(words));
      all.add("--offline");
      Ran ran = run(all.toArray(String[]::new));
      assertThat(ran.exit()).isNotZero();
      assertThat(ran.stderr()).contains("offline, no registry is asked");
    }
  }

  @Test
  void aTransferShowsOnATerminalHowFarItIs() throws IOException {
    artifact("a");
    Ran ran =
        Ran.in(
            folder,
            Map.of("HOME", folder.toString()),
            List.of("registry", "copy", "oci:thing", "oci:other"),
            new World.Terminal(true, true, 80, World.Terminal.NONE.prompt()),
            "");
    assertThat(ran.stderr()).contains("\r\u001b[K").contains("of 7 B");
    assertThat(fine("registry", "copy", "oci:thing", "oci:third").stderr())
        .doesNotContain("\u001b");
  }
}
