package dev.landwaiter.scan.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.testing.MemoryRegistry;
import dev.landwaiter.vulnerability.store.IndexDatabase;
import dev.landwaiter.vulnerability.store.TrivyDatabase;
import dev.landwaiter.vulnerability.store.TrivyMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseUpdateTest {
  private static final DatabaseKind KIND = DatabaseKind.ADVISORIES;
  private static final Instant YESTERDAY = World.NOW.minus(Duration.ofHours(30));

  @TempDir Path cache;

  private static byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  @Test
  void aDatabaseIsPulledOnceAndAgainWhenItIsDue() throws IOException {
    var world = new World(cache);
    try (var registry = MemoryRegistry.start()) {
      World.publish(registry, "db:2", KIND.layerType(), World.layer(World.NOW));
      List<String> from = List.of(registry.host() + "/db");
      assertThat(world.update().run(KIND, from, false)).isInstanceOf(DatabaseUpdate.Pulled.class);
      try (var database = TrivyDatabase.open(cache.resolve("db"))) {
        assertThat(database.buckets()).contains("alpine 3.10");
      }
      assertThat(TrivyMetadata.read(cache.resolve("db")).downloadedAt()).contains(World.NOW);
      int asked = registry.requests().size();
      assertThat(world.update().run(KIND, from, false)).isInstanceOf(DatabaseUpdate.UpToDate.class);
      assertThat(registry.requests()).hasSize(asked);
      assertThat(world.update().run(KIND, from, true)).isInstanceOf(DatabaseUpdate.Pulled.class);
      world.now = World.NOW.plus(Duration.ofHours(24));
      assertThat(world.update().run(KIND, from, false)).isInstanceOf(DatabaseUpdate.Pulled.class);
    }
  }

  @Test
  void whatWasPulledIsRecordedWithItsDigest() throws IOException {
    var world = new World(cache);
    try (var registry = MemoryRegistry.start()) {
      World.publish(registry, "db:2", KIND.layerType(), World.layer(World.NOW));
      world.update().run(KIND, List.of(registry.host() + "/db"), false);
      PulledRecord record = PulledRecord.read(cache.resolve("db")).orElseThrow();
      assertThat(record.origin()).isEqualTo(registry.host() + "/db:2");
      assertThat(record.digests())
          .containsExactly(PulledRecord.digest(cache.resolve("db/trivy.db")));
    }
  }

  @Test
  void theNextRepositoryIsAskedAndTheOthersAreSpokenOf() throws IOException {
    var world = new World(cache);
    try (var registry = MemoryRegistry.start()) {
      World.publish(registry, "good:2", KIND.layerType(), World.layer(World.NOW));
      List<String> from =
          List.of(registry.host() + "/absent", registry.host() + "/good", "127.0.0.1:1/never");
      var outcome = (DatabaseUpdate.Pulled) world.update().run(KIND, from, false);
      assertThat(outcome.record().origin()).endsWith("/good:2");
      assertThat(outcome.missed()).hasSize(1).first().asString().contains("/absent:2");
    }
  }

  static Stream<Arguments> unusable() throws IOException {
    byte[] good = World.layer(World.NOW);
    byte[] metadata = World.utf8(World.metadata(2, World.NOW, World.NOW));
    byte[] cut = java.util.Arrays.copyOf(good, good.length / 2);
    byte[] newer = World.utf8(World.metadata(3, World.NOW, World.NOW));
    Map<String, byte[]> noMetadata = new LinkedHashMap<>();
    noMetadata.put("trivy.db", new byte[4096]);
    Map<String, byte[]> noDatabase = Map.of("metadata.json", metadata);
    Map<String, byte[]> zeros = new LinkedHashMap<>(noMetadata);
    zeros.put("metadata.json", metadata);
    Map<String, byte[]> later = new LinkedHashMap<>(noMetadata);
    later.put("metadata.json", newer);
    Map<String, byte[]> words = new LinkedHashMap<>(noMetadata);
    words.put("metadata.json", World.utf8("no JSON"));
    return Stream.of(
        Arguments.of("cut off", List.of(cut), "gzip"),
        Arguments.of("no gzip", List.of(World.utf8("hello")), "gzip"),
        Arguments.of("two layers", List.of(good, World.utf8("x")), "one layer"),
        Arguments.of("no layer", List.of(), "one layer"),
        Arguments.of("no metadata", List.of(World.tarGz(noMetadata)), "both"),
        Arguments.of("no database", List.of(World.tarGz(noDatabase)), "both"),
        Arguments.of("zeros", List.of(World.tarGz(zeros)), "no usable advisory database"),
        Arguments.of("a later schema", List.of(World.tarGz(later)), "schema 3"),
        Arguments.of("metadata in words", List.of(World.tarGz(words)), "JSON"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unusable")
  void whatIsNotUsableLeavesTheOldOne(String name, List<byte[]> layers, String why)
      throws IOException {
    var world = new World(cache);
    try (var registry = MemoryRegistry.start()) {
      World.publish(registry, "db:2", KIND.layerType(), World.layer(YESTERDAY));
      world.update().run(KIND, List.of(registry.host() + "/db"), true);
      byte[] database = read(cache.resolve("db/trivy.db"));
      byte[] metadata = read(cache.resolve("db/metadata.json"));
      World.publish(registry, "bad:2", KIND.layerType(), layers.toArray(byte[][]::new));
      assertThatThrownBy(() -> world.update().run(KIND, List.of(registry.host() + "/bad"), true))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(why);
      assertThat(read(cache.resolve("db/trivy.db"))).isEqualTo(database);
      assertThat(read(cache.resolve("db/metadata.json"))).isEqualTo(metadata);
      assertThat(cache.resolve("db/.new")).doesNotExist();
    }
  }

  @Test
  void anArtifactOfAnotherTypeIsRefused() throws IOException {
    var world = new World(cache);
    try (var registry = MemoryRegistry.start()) {
      World.publish(registry, "chart:1", "application/vnd.example", World.layer(World.NOW));
      assertThatThrownBy(
              () -> world.update().run(KIND, List.of(registry.host() + "/chart:1"), true))
          .hasMessageContaining("'application/vnd.example', which is no advisory database");
    }
  }

  @Test
  void ourOwnIndexTakesThePlaceOfTrivysAndBack() throws IOException {
    var world = new World(cache);
    Path index = World.index(cache.resolve("made/built.idx"), World.NOW, "1.0");
    try (var registry = MemoryRegistry.start()) {
      World.publish(registry, "db:2", KIND.layerType(), World.layer(World.NOW));
      new DatabasePush(world.registry(), world.surroundings())
          .push(index, dev.landwaiter.oci.Reference.parse(registry.host() + "/own:2"));
      world.update().run(KIND, List.of(registry.host() + "/db"), true);
      world.update().run(KIND, List.of(registry.host() + "/own"), true);
      assertThat(cache.resolve("db/trivy.db")).doesNotExist();
      assertThat(cache.resolve("db/metadata.json")).doesNotExist();
      assertThat(read(cache.resolve("db/landwaiter.idx"))).isEqualTo(read(index));
      try (var database = IndexDatabase.open(cache.resolve("db/landwaiter.idx"))) {
        assertThat(database.advisories("debian 12", "openssl")).containsKey("CVE-2026-0001");
      }
      world.update().run(KIND, List.of(registry.host() + "/db"), true);
      assertThat(cache.resolve("db/landwaiter.idx")).doesNotExist();
      TrivyDatabase.open(cache.resolve("db")).close();
    }
  }

  @Test
  void theSameDatabaseIsPushedUnderTheSameDigest() throws IOException {
    var world = new World(cache);
    Path index = World.index(cache.resolve("made/built.idx"), World.NOW, "1.0");
    try (var registry = MemoryRegistry.start()) {
      var push = new DatabasePush(world.registry(), world.surroundings());
      var target = dev.landwaiter.oci.Reference.parse(registry.host() + "/own:2");
      assertThat(push.push(index, target)).isEqualTo(push.push(index, target));
      assertThat(cache.resolve("push/layer.gz")).doesNotExist();
    }
  }

  @Test
  void trivysDatabaseIsPushedInItsOwnForm() throws IOException {
    var world = new World(cache);
    try (var registry = MemoryRegistry.start()) {
      World.publish(registry, "db:2", KIND.layerType(), World.layer(World.NOW));
      world.update().run(KIND, List.of(registry.host() + "/db"), true);
      byte[] database = read(cache.resolve("db/trivy.db"));
      new DatabasePush(world.registry(), world.surroundings())
          .push(
              cache.resolve("db/trivy.db"),
              dev.landwaiter.oci.Reference.parse(registry.host() + "/copy:2"));
      var other = new World(cache.resolve("other"));
      other.update().run(KIND, List.of(registry.host() + "/copy"), true);
      assertThat(read(other.cache.resolve("db/trivy.db"))).isEqualTo(database);
    }
  }

  @Test
  void ofManyAtOnceOnePulls() throws Exception {
    try (var registry = MemoryRegistry.start();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      World.publish(registry, "db:2", KIND.layerType(), World.layer(World.NOW));
      int before = registry.requests().size();
      List<Callable<DatabaseUpdate.Outcome>> tasks = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        var world = new World(cache);
        tasks.add(() -> world.update().run(KIND, List.of(registry.host() + "/db"), false));
      }
      int pulled = 0;
      for (Future<DatabaseUpdate.Outcome> outcome : threads.invokeAll(tasks)) {
        pulled += outcome.get() instanceof DatabaseUpdate.Pulled ? 1 : 0;
      }
      assertThat(pulled).isEqualTo(1);
      assertThat(registry.requests().subList(before, registry.requests().size()))
          .filteredOn(request -> request.contains("/blobs/"))
          .hasSize(1);
    }
  }

  @Test
  void whatAKilledUpdateLeftGoesWithTheNext() throws IOException {
    var world = new World(cache);
    Files.createDirectories(cache.resolve("db/.new"));
    Files.writeString(cache.resolve("db/.new/trivy.db"), "half");
    try (var registry = MemoryRegistry.start()) {
      World.publish(registry, "db:2", KIND.layerType(), World.layer(World.NOW));
      world.update().run(KIND, List.of(registry.host() + "/db"), false);
      assertThat(cache.resolve("db/.new")).doesNotExist();
      TrivyDatabase.open(cache.resolve("db")).close();
    }
  }

  @Test
  void anOlderDatabaseTakesThePlaceOfANewerOnlyByForce() throws IOException {
    var world = new World(cache);
    try (var registry = MemoryRegistry.start()) {
      List<String> from = List.of(registry.host() + "/db");
      World.publish(registry, "db:2", KIND.layerType(), World.layer(World.NOW));
      world.update().run(KIND, from, false);
      Instant older = World.NOW.minus(Duration.ofDays(10));
      World.publish(registry, "db:2", KIND.layerType(), World.layer(older));
      world.now = World.NOW.plus(Duration.ofHours(30));
      assertThatThrownBy(() -> world.update().run(KIND, from, false))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("older than");
      assertThat(TrivyMetadata.read(cache.resolve("db")).updatedAt()).contains(World.NOW);
      assertThat(cache.resolve("db/.new")).doesNotExist();
      world.update().run(KIND, from, true);
      assertThat(TrivyMetadata.read(cache.resolve("db")).updatedAt()).contains(older);
    }
  }

  @Test
  void whatALinkInThePlaceOfTheStageLeadsToIsLeftAlone() throws IOException {
    Path elsewhere = Files.createDirectories(cache.resolve("elsewhere"));
    Path kept = Files.writeString(elsewhere.resolve("kept"), "mine");
    Files.createDirectories(cache.resolve("db"));
    Files.createSymbolicLink(cache.resolve("db/.new"), elsewhere);
    Path stage = new DatabaseFolder(KIND, cache).stage();
    assertThat(kept).hasContent("mine");
    assertThat(Files.isDirectory(stage, java.nio.file.LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  /// What a kill between the two moves leaves: the staged database never came.
  @Test
  void newMetadataNeverStandBesideAnOldDatabaseWithoutAny() throws IOException {
    Path old = Files.createDirectories(cache.resolve("db")).resolve("trivy.db");
    Files.writeString(old, "of long ago, its metadata deleted");
    var folder = new DatabaseFolder(KIND, cache);
    Path stage = folder.stage();
    Files.writeString(stage.resolve("metadata.json"), World.metadata(2, World.NOW, World.NOW));
    Digest digest = Digest.sha256(new byte[0]);
    folder.install(
        new Staged(stage, "trivy.db", digest),
        new PulledRecord("x", java.util.Optional.empty(), World.NOW, List.of(digest)));
    assertThat(cache.resolve("db/metadata.json")).exists();
    assertThat(old).doesNotExist();
  }

  @Test
  void aRecordWithoutADigestIsNone() throws IOException {
    Files.writeString(
        cache.resolve("landwaiter.json"), "{\"When\":\"2026-11-25T12:00:00Z\",\"Digests\":[]}");
    assertThat(PulledRecord.read(cache)).isEmpty();
  }
}
