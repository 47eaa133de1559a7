package dev.landwaiter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.oci.Descriptor;
import dev.landwaiter.oci.Limits;
import dev.landwaiter.oci.MediaTypes;
import dev.landwaiter.oci.Reference;
import dev.landwaiter.oci.Waiting;
import dev.landwaiter.oci.registry.Logins;
import dev.landwaiter.oci.registry.Purpose;
import dev.landwaiter.oci.registry.Registry;
import dev.landwaiter.oci.registry.RegistryOptions;
import dev.landwaiter.oci.registry.TlsOptions;
import dev.landwaiter.oci.tar.TarWriter;
import dev.landwaiter.scan.update.DatabaseKind;
import dev.landwaiter.testing.MemoryRegistry;
import dev.landwaiter.testing.Shared;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Java index is large: it is pulled when an archive has to be looked up, and not before.
class JavaIndexPullTest {
  @TempDir Path folder;

  private Ran scan(MemoryRegistry registry, String... more) throws IOException {
    List<String> words = new java.util.ArrayList<>(List.of("rootfs", "--skip-db-update"));
    words.addAll(List.of("--java-db-repository", registry.host() + "/java"));
    words.addAll(List.of(more));
    words.add("root");
    return Ran.in(
        folder, Map.of("HOME", folder.toString(), "LANDWAITER_CACHE_DIR", "cache"), words);
  }

  private void archive(String name) throws IOException {
    Path file = folder.resolve("root/app").resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("a/B.class"));
      zip.write(new byte[] {1, 2, 3});
      zip.closeEntry();
    }
  }

  @Test
  void noArchiveNoIndex() throws IOException {
    Files.createDirectories(folder.resolve("root/etc"));
    try (var registry = MemoryRegistry.start()) {
      publish(registry);
      int asked = registry.requests().size();
      scan(registry);
      assertThat(registry.requests()).hasSize(asked);
    }
  }

  @Test
  void theFirstArchiveThatDoesNotNameItselfHasItPulledOnce() throws IOException {
    archive("one-1.0.jar");
    archive("two-1.0.jar");
    try (var registry = MemoryRegistry.start()) {
      publish(registry);
      int asked = registry.requests().size();
      Ran first = scan(registry);
      assertThat(first.stderr()).contains("the Java index was pulled from");
      assertThat(folder.resolve("cache/java-db/trivy-java.db")).exists();
      assertThat(registry.requests().subList(asked, registry.requests().size()))
          .filteredOn(request -> request.contains("/blobs/"))
          .hasSize(1);
      assertThat(scan(registry).stderr()).doesNotContain("Java index");
    }
  }

  @Test
  void withoutItTheScanGoesOnAndSaysSo() throws IOException {
    archive("one-1.0.jar");
    try (var registry = MemoryRegistry.start()) {
      assertThat(scan(registry).stderr())
          .contains("no Java index could be pulled", "are not recognised");
      int asked = registry.requests().size();
      scan(registry, "--skip-java-db-update");
      scan(registry, "--offline");
      assertThat(registry.requests()).hasSize(asked);
    }
  }

  private static void publish(MemoryRegistry registry) throws IOException {
    byte[] layer = layer();
    byte[] config = "{}".getBytes(StandardCharsets.UTF_8);
    Reference reference = Reference.parse(registry.host() + "/java:1");
    var waiting =
        new Waiting(
            InstantSource.system(),
            Thread::sleep,
            new Random(7),
            Instant.now().plusSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30));
    var options =
        new RegistryOptions(Logins.NONE, TlsOptions.STRICT, HttpClient.Builder.NO_PROXY, waiting);
    try (var repository =
        new Registry(options, Limits.STANDARD).repository(reference, Purpose.PUSH)) {
      String described = "";
      for (var part :
          List.of(
              Map.entry(DatabaseKind.CONFIG_TYPE, config),
              Map.entry(DatabaseKind.JAVA.layerType(), layer))) {
        byte[] bytes = part.getValue();
        Digest digest = Digest.sha256(bytes);
        repository.push(
            Descriptor.of(part.getKey(), digest, bytes.length),
            () -> new ByteArrayInputStream(bytes));
        String one =
            "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}"
                .formatted(part.getKey(), digest, bytes.length);
        described =
            described.isEmpty() ? "\"config\":" + one : described + ",\"layers\":[" + one + "]";
      }
      String manifest =
          "{\"schemaVersion\":2,\"mediaType\":\"%s\",%s}"
              .formatted(MediaTypes.OCI_MANIFEST, described);
      repository.pushManifest(
          "1", manifest.getBytes(StandardCharsets.UTF_8), MediaTypes.OCI_MANIFEST);
    }
  }

  /// The recorded index with its metadata.
  private static byte[] layer() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (InputStream in = Files.newInputStream(Shared.path("conformance/trivy-recorded.tar.zst"));
        var recorded = new TarArchiveInputStream(new ZstdInputStream(in));
        var tar = new TarWriter(new GZIPOutputStream(bytes))) {
      for (TarArchiveEntry e = recorded.getNextEntry(); e != null; e = recorded.getNextEntry()) {
        if (e.getName().contains("projection/java-db/") && e.isFile()) {
          String name = e.getName().substring(e.getName().lastIndexOf('/') + 1);
          tar.file(name, e.getSize(), new ByteArrayInputStream(recorded.readAllBytes()));
        }
      }
    }
    return bytes.toByteArray();
  }
}
