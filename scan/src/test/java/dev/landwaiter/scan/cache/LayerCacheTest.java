package dev.landwaiter.scan.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.landwaiter.inventory.LayerRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerCacheTest {
  private static final Instant NOW = Instant.parse("2026-11-23T17:00:00Z");
  private static final String KEY = LayerCache.key(List.of("sha256:1", "os 1"));

  @TempDir Path folder;

  private LayerCache cache() {
    return new LayerCache(folder.resolve("layers"), NOW);
  }

  private static LayerRecord record(int seed) {
    return new RandomRecords(new SplittableRandom(seed)).layer();
  }

  @Test
  void whatIsStoredComesBack() {
    for (int seed = 0; seed < 300; seed++) {
      String key = LayerCache.key(List.of("seed " + seed));
      assertThat(cache().put(key, record(seed))).isTrue();
      assertThat(cache().get(key)).as("seed %d", seed).contains(record(seed));
    }
  }

  @Test
  void nothingIsThereBeforeItIsStored() {
    assertThat(cache().get(KEY)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void everyPartDecidesTheKeyAndSoDoesWhereOneEnds() {
    List<List<String>> parts =
        List.of(
            List.of(),
            List.of(""),
            List.of("", ""),
            List.of("ab", "c"),
            List.of("a", "bc"),
            List.of("abc"),
            List.of("c", "ab"));
    assertThat(parts.stream().map(LayerCache::key)).doesNotHaveDuplicates();
    assertThat(LayerCache.key(List.of("a"))).isEqualTo(LayerCache.key(List.of("a")));
  }

  @Test
  void anEntryThatIsDamagedAnywhereIsAbsent() throws Exception {
    cache().put(KEY, record(1));
    Path file = folder.resolve("layers").resolve(KEY);
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x20;
      Files.write(file, damaged);
      assertThat(cache().get(KEY)).as("byte %d", at).isEmpty();
    }
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(cache().get(KEY)).as("length %d", length).isEmpty();
    }
    Files.write(file, whole);
    assertThat(cache().get(KEY)).contains(record(1));
  }

  @Test
  void aDamagedEntryIsReplaced() throws Exception {
    cache().put(KEY, record(1));
    Files.writeString(folder.resolve("layers").resolve(KEY), "damaged");
    assertThat(cache().put(KEY, record(2))).isTrue();
    assertThat(cache().get(KEY)).contains(record(2));
  }

  @Test
  void manyMayReadAndWriteAtOnce() throws Exception {
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int seed = i % 5;
      String key = LayerCache.key(List.of("shared " + seed));
      work.add(() -> cache().put(key, record(seed)));
      work.add(() -> cache().get(key).map(record(seed)::equals).orElse(true));
    }
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (var each : pool.invokeAll(work)) {
        assertThat(each.get()).isTrue();
      }
    }
    IntStream.range(0, 5)
        .forEach(seed ->
            assertThat(cache().get(LayerCache.key(List.of("shared " + seed))))
                .contains(record(seed)));
    try (var files = Files.list(folder.resolve("layers"))) {
      assertThat(files).hasSize(5);
    }
  }

  @Test
  void useIsNotedSoThatOldEntriesGoFirst() throws Exception {
    cache().put(KEY, record(1));
    Path file = folder.resolve("layers").resolve(KEY);
    Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(86_400)));
    cache().get(KEY);
    assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(NOW);
  }

  @Test
  void whereNothingCanBeWrittenNothingIsStored() throws Exception {
    Path file = folder.resolve("file");
    Files.writeString(file, "no folder");
    var cache = new LayerCache(file, NOW);
    assertThat(cache.put(KEY, record(1))).isFalse();
    assertThat(cache.get(KEY)).isEmpty();
  }
}
