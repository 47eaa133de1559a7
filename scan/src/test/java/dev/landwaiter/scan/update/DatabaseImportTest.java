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
  void aDatabaseWithoutMetadataIsRefused() throws IOException {
    Map<String, byte[]> files = Map.of("trivy.db", new byte[8192]);
    Path file = Files.write(folder.resolve("db.tar.gz"), World.tarGz(files));
    assertThatThrownBy(() -> into().read(file))
        .hasMessage(file + " holds trivy.db without its metadata.json");
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

  @Test
  void nothingIsSwappedInWhereOnePartIsDamaged() throws IOException {
    World world = filled();
    Path database = world.cache.resolve("db");
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("db/trivy.db", Files.readAllBytes(database.resolve("trivy.db")));
    files.put("db/metadata.json", Files.readAllBytes(database.resolve("metadata.json")));
    Map<String, byte[]> jar = new LinkedHashMap<>(files);
    jar.put("java-db/trivy-java.db", World.utf8("damaged"));
    jar.put("java-db/metadata.json", World.utf8(World.metadata(1, World.NOW, World.NOW)));
    Map<String, byte[]> built = new LinkedHashMap<>(files);
    built.put("index/a.idx", World.utf8("damaged"));
    for (Map<String, byte[]> each : java.util.List.of(jar, built)) {
      Path file = Files.write(folder.resolve("some.tar.gz"), World.tarGz(each));
      assertThatThrownBy(() -> into().read(file)).isInstanceOf(ImageException.class);
      assertThat(folder.resolve("to/db/trivy.db")).doesNotExist();
      assertThat(folder.resolve("to/db/.new")).doesNotExist();
    }
  }

  @Test
  void anExportNeverWritesThroughALinkThatLiesThere() throws IOException {
    World world = filled();
    Path mine = Files.writeString(folder.resolve("mine"), "mine");
    Files.createSymbolicLink(folder.resolve(".all.tar.part"), mine);
    new DatabaseExport(world.surroundings()).write(folder.resolve("all.tar"));
    assertThat(mine).hasContent("mine");
    assertThat(into().read(folder.resolve("all.tar"))).contains("db/trivy.db");
  }

  @Test
  void everyExportCanBeImported() throws IOException {
    World world = filled();
    World.index(world.cache.resolve("index/of my own.idx"), World.NOW, "1.0");
    Path file = folder.resolve("all.tar");
    assertThat(new DatabaseExport(world.surroundings()).write(file))
        .contains("index/of my own.idx");
    assertThat(into().read(file)).contains("index/of my own.idx");
  }

  /// What nobody wants unpacks, too.
  @Test
  void whatUnpacksToTooMuchIsRefused() throws IOException {
    byte[] packed = World.tarGz(Map.of("unwanted", new byte[3_000_000]));
    Path file = Files.write(folder.resolve("bomb.tar.gz"), packed);
    var archive = new ImportArchive("bomb", folder, _ -> false, 2_000_000);
    assertThatThrownBy(() -> archive.read(file))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("2000000 bytes");
    var unpacking = new Unpacking(folder, "bomb", World.NOW, 2_000_000);
    assertThatThrownBy(() ->
            unpacking.trivy(DatabaseKind.ADVISORIES, new java.io.ByteArrayInputStream(packed)))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("2000000 bytes");
    assertThatThrownBy(() -> unpacking.own(new java.io.ByteArrayInputStream(packed)))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("2000000 bytes");
  }
}
