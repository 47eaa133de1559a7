package dev.landwaiter.scan.update;

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
import dev.landwaiter.testing.MemoryRegistry;
import dev.landwaiter.testing.Shared;
import dev.landwaiter.vulnerability.store.IndexInfo;
import dev.landwaiter.vulnerability.store.IndexSource;
import dev.landwaiter.vulnerability.store.IndexWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// What updates need around them, at a time of the test's choice.
final class World {
  static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  final Path cache;
  final List<String> said = new CopyOnWriteArrayList<>();
  Instant now = NOW;

  World(Path cache) {
    this.cache = cache;
  }

  Waiting waiting() {
    InstantSource clock = () -> now;
    return new Waiting(
        clock,
        Thread::sleep,
        new Random(7),
        NOW.plus(Duration.ofDays(1000)),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30));
  }

  Surroundings surroundings() {
    return new Surroundings(cache, waiting(), said::add, Meter.SILENT);
  }

  Registry registry() {
    var options =
        new RegistryOptions(Logins.NONE, TlsOptions.STRICT, HttpClient.Builder.NO_PROXY, waiting());
    return new Registry(options, Limits.STANDARD);
  }

  DatabaseUpdate update() {
    return new DatabaseUpdate(_ -> registry(), surroundings());
  }

  /// An index that knows one advisory.
  static Path index(Path file, Instant created, String fixed) throws IOException {
    var writer = new IndexWriter();
    writer.accept(
        "debian 12",
        "openssl",
        "CVE-2026-0001",
        "{\"FixedVersion\":\"%s\"}".formatted(fixed).getBytes(StandardCharsets.UTF_8));
    writer.write(
        file, new IndexInfo(created, List.of(new IndexSource("made", created, 1)), List.of()));
    return file;
  }

  /// A published layer: the files of a small real database of Trivy.
  static byte[] layer(Instant updated) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("trivy.db", Recorded.DATABASE);
    files.put("metadata.json", utf8(metadata(2, updated, Instant.EPOCH)));
    return tarGz(files);
  }

  static String metadata(int version, Instant updated, Instant downloaded) {
    return """
    {"Version":%d,"UpdatedAt":"%s","NextUpdate":"%s","DownloadedAt":"%s"}
    """
        .formatted(version, updated, updated.plus(Duration.ofHours(24)), downloaded);
  }

  /// The recorded database, unpacked once.
  private static final class Recorded {
    static final byte[] DATABASE = read();

    private static byte[] read() {
      try (InputStream in =
              Files.newInputStream(Shared.path("conformance/trivy-recorded.tar.zst"));
          var tar = new TarArchiveInputStream(new ZstdInputStream(in))) {
        for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
          if (e.getName().endsWith("fixture/db/trivy.db")) {
            return tar.readAllBytes();
          }
        }
        throw new AssertionError("the recorded database is not in the shared archive");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Publishes an artifact of these layers.
  static void publish(MemoryRegistry registry, String name, String type, byte[]... layers)
      throws IOException {
    Reference reference = Reference.parse(registry.host() + "/" + name);
    byte[] config = utf8("{}");
    try (var repository =
        new World(Path.of("unused")).registry().repository(reference, Purpose.PUSH)) {
      repository.push(
          Descriptor.of(DatabaseKind.CONFIG_TYPE, Digest.sha256(config), config.length),
          () -> new ByteArrayInputStream(config));
      List<String> described = new ArrayList<>();
      for (byte[] layer : layers) {
        repository.push(
            Descriptor.of(type, Digest.sha256(layer), layer.length),
            () -> new ByteArrayInputStream(layer));
        described.add(described(type, layer));
      }
      String manifest =
          "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"config\":%s,\"layers\":[%s]}"
              .formatted(
                  MediaTypes.OCI_MANIFEST,
                  described(DatabaseKind.CONFIG_TYPE, config),
                  String.join(",", described));
      repository.pushManifest(reference.tag(), utf8(manifest), MediaTypes.OCI_MANIFEST);
    }
  }

  private static String described(String type, byte[] content) {
    return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}"
        .formatted(type, Digest.sha256(content), content.length);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] tarGz(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarWriter(new GZIPOutputStream(bytes))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        tar.file(file.getKey(), file.getValue().length, new ByteArrayInputStream(file.getValue()));
      }
    }
    return bytes.toByteArray();
  }
}
