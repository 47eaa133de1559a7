package dev.landwaiter.scan.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.oci.ImageException;
import dev.landwaiter.vulnerability.store.TrivyDatabase;
import dev.landwaiter.vulnerability.store.TrivyMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Exports of one cache, read into another; and damaged ones.
class DatabaseImportTest {
  @TempDir Path folder;

  private World filled() throws IOException {
    var world = new World(folder.resolve("from"));
    Path layer = Files.write(folder.resolve("db.tar.gz"), World.layer(World.NOW));
    new DatabaseImport(world.surroundings()).read(layer);
    World.index(world.cache.resolve("index/built.idx"), World.NOW, "1.0");
    return world;
  }

  private DatabaseImport into() {
    return new DatabaseImport(new World(folder.resolve("to")).surroundings());
  }

  @Test
  void aSavedLayerIsImported() throws IOException {
    World world = filled();
    try (var database = TrivyDatabase.open(world.cache.resolve("db"))) {
      assertThat(database.buckets()).contains("alpine 3.10");
    }
    assertThat(TrivyMetadata.read(world.cache.resolve("db")).downloadedAt()).contains(World.NOW);
    assertThat(PulledRecord.read(world.cache.resolve("db")).orElseThrow().origin())
        .endsWith("db.tar.gz");
  }

  @ParameterizedTest
  @ValueSource(strings = {"all.tar", "all.tar.gz", "all.tgz"})
  void whatIsExportedIsImported(String name) throws IOException {
    World world = filled();
    Path file = folder.resolve(name);
    assertThat(new DatabaseExport(world.surroundings()).write(file))
        .containsExactly("db/trivy.db", "db/metadata.json", "index/built.idx");
    assertThat(into().read(file)).containsExactlyInAnyOrder("db/trivy.db", "index/built.idx");
    assertThat(folder.resolve("to/db/trivy.db"))
        .hasSameBinaryContentAs(world.cache.resolve("db/trivy.db"));
    assertThat(folder.resolve("to/index/built.idx"))
        .hasSameBinaryContentAs(world.cache.resolve("index/built.idx"));
    assertThat(folder.resolve("to/import/0")).doesNotExist();
  }

  @Test
  void aBitThatFellOverOnTheWayIsNoticed() throws IOException {
    World world = filled();
    Path file = folder.resolve("all.tar");
    new DatabaseExport(world.surroundings()).write(file);
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 700; at < bytes.length; at += 40_009) {
      bytes[at] ^= 4;
      Files.write(file, bytes);
      assertThatThrownBy(() -> into().read(file)).isInstanceOf(ImageException.class);
      bytes[at] ^= 4;
    }
    assertThat(folder.resolve("to/db/trivy.db")).doesNotExist();
  }

  @Test
  void anExportThatWasCutOffIsNoticed() throws IOException {
    World world = filled();
    Path file = folder.resolve("all.tgz");
    new DatabaseExport(world.surroundings()).write(file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 9));
    assertThatThrownBy(() -> into().read(file)).isInstanceOf(ImageException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../db/trivy.db", "db/../../trivy.db", "other/trivy.db", "index/../x.idx"})
  void namesThatLeadElsewhereAreNotFollowed(String name) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(name, World.utf8("content"));
    Path file = Files.write(folder.resolve("evil.tar.gz"), World.tarGz(files));
    assertThatThrownBy(() -> into().read(file)).isInstanceOf(ImageException.class);
    try (var all = Files.walk(folder)) {
      assertThat(all.map(path -> String.valueOf(path.getFileName())))
          .doesNotContain("trivy.db", "x.idx");
    }
  }

  @Test
  void otherFilesAreNoDatabase() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "hello");
    assertThatThrownBy(() -> into().read(file)).isInstanceOf(ImageException.class);
    Path zipped = Files.write(folder.resolve("x.tar.gz"), World.tarGz(Map.of("a", new byte[1])));
    assertThatThrownBy(() -> into().read(zipped)).hasMessageContaining("holds no database");
  }

  @Test
  void anEmptyCacheExportsNothing() {
    var world = new World(folder.resolve("empty"));
    Path file = folder.resolve("all.tar");
    assertThatThrownBy(() -> new DatabaseExport(world.surroundings()).write(file))
        .hasMessageContaining("no database");
    assertThat(file).doesNotExist();
  }

  @Test
  void theExportIsAGzippedTarByItsNameOnly() throws IOException {
    World world = filled();
    Path file = folder.resolve("all.tgz");
    new DatabaseExport(world.surroundings()).write(file);
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(new String(in.readNBytes(22), java.nio.charset.StandardCharsets.UTF_8))
          .isEqualTo(ExportListing.FILE);
    }
  }
}
